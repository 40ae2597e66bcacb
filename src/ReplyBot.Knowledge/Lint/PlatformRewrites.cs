namespace ReplyBot.Knowledge.Lint;

/// <summary>What to say in place of a platform's own word.</summary>
internal static class PlatformRewrites
{
    private static readonly (string Part, string Rewrite)[] ByPart =
    [
        ("支付宝", "平台支付"), ("微信支付", "平台支付"), ("钱包", "平台支付"), ("月付", "信用付"), ("花呗", "信用付"), ("白条", "信用付"),
        ("先用后付", "信用付"), ("借呗", "信用付"), ("金条", "信用付"), ("余额宝", "账户余额"), ("旺旺", "在线客服"), ("咚咚", "在线客服"),
        ("千牛", "在线客服"), ("小二", "平台客服"), ("金币", "积分"), ("京豆", "积分"), ("豆", "积分"), ("券", "优惠券"), ("红包", "优惠券"),
        ("驿站", "自提点"), ("裹裹", "上门取件"), ("菜鸟", "快递"), ("物流", "快递"), ("会员", "会员"), ("VIP", "会员"), ("PLUS", "会员"),
        ("口令", "商品链接"), ("直播", "直播间"), ("秒杀", "限时活动"), ("百亿补贴", "平台补贴"), ("聚划算", "限时活动"),
    ];

    public static string For(string word)
    {
        foreach (var (part, rewrite) in ByPart)
        {
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase))
                return rewrite;
        }

        return "平台";
    }
}
