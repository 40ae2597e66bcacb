using System.Text;
using ReplyBot.Intent.Features;
using ReplyBot.Text;

namespace ReplyBot.Intent.Lint;

/// <summary>Reduces an utterance to its sentence: without product nouns, numbers, marks and the particles that buyers put around it.</summary>
internal sealed class SentenceMask
{
    private const char Noun = 'N';

    private static readonly string[] Particles =
    [
        "你好", "您好", "请问", "麻烦", "谢谢", "亲", "那个", "就是", "哈", "呀", "啊", "呢", "吗", "嘛", "么", "哦", "噢", "吧", "呗", "撒", "咯", "啦", "嗯", "哎", "的", "了",
    ];

    private readonly PhraseMatcher<bool> nouns;
    private readonly PhraseMatcher<bool> particles = new(Particles.Select(word => (word, true)), PhraseMatching.Text);

    /// <param name="nouns">Product nouns.</param>
    public SentenceMask(IEnumerable<string> nouns) => this.nouns = new PhraseMatcher<bool>(nouns.Select(noun => (noun, true)), PhraseMatching.Text);

    /// <summary>The product nouns of a knowledge base, separated by spaces or line ends; none where it has no list of them.</summary>
    public static SentenceMask Of(string knowledgeBaseDirectory)
    {
        var path = Path.Combine(knowledgeBaseDirectory, "intents", "product-nouns.txt");
        return new SentenceMask(File.Exists(path) ? File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : []);
    }

    /// <summary>The sentence of an utterance; two utterances that say the same of other products have the same one.</summary>
    public string Apply(string utterance)
    {
        var prepared = UtteranceText.Prepare(utterance);
        var masked = prepared.ToCharArray();
        foreach (var noun in nouns.Find(prepared).OrderByDescending(match => match.Length))
        {
            if (!masked.AsSpan(noun.Start, noun.Length).SequenceEqual(prepared.AsSpan(noun.Start, noun.Length)))
                continue;
            masked.AsSpan(noun.Start, noun.Length).Fill(UtteranceText.Edge);
            masked[noun.Start] = Noun;
        }

        foreach (var particle in particles.Find(prepared))
            if (!masked.AsSpan(particle.Start, particle.Length).Contains(Noun))
                masked.AsSpan(particle.Start, particle.Length).Fill(UtteranceText.Edge);
        var sentence = new StringBuilder();
        foreach (var c in masked)
            if (c == Noun || c == UtteranceText.Number || char.IsLetter(c))
                sentence.Append(c);
        return sentence.ToString();
    }
}
