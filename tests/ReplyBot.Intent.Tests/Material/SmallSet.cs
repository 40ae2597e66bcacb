using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>A few utterances of four intents, which train in a moment.</summary>
internal static class SmallSet
{
    public static readonly TrainingSet Set = new(
        from intent in new[]
        {
            ("ship.time", new[] { "什么时候发货", "啥时候发", "几点能发", "今天发吗", "今天能发货吗", "多久发货", "哪天发出", "发货时间" }),
            ("ship.fee", ["包邮吗", "运费多少", "邮费多少钱", "免运费吗", "要运费吗", "满多少包邮", "包不包邮", "运费怎么算"]),
            ("refund.progress", ["退款到账了吗", "退款多久到", "钱什么时候退", "退的钱呢", "退款进度", "退款怎么还没到", "钱退到哪里", "几天退款"]),
            ("out_of_scope", ["今天天气怎么样", "讲个笑话", "你多大了", "推荐一部电影", "怎么做红烧肉", "昨晚球赛几比几", "背首诗", "考研难吗"]),
        }
        from text in intent.Item2
        select new TrainingUtterance(text, intent.Item1));
}
