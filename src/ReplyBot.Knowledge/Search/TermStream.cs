namespace ReplyBot.Knowledge.Search;

/// <summary>A way of cutting a text into terms. Each has its own lengths and document frequencies.</summary>
internal enum TermStream
{
    /// <summary>Single Chinese characters; runs of Latin letters or digits count as one.</summary>
    Unigram,

    /// <summary>Neighbouring unigrams.</summary>
    Bigram,

    /// <summary>Words of the segmenter of more than one character; the others are unigrams already.</summary>
    Word,

    /// <summary>Syllables of neighbouring characters, so that homophones meet.</summary>
    Syllables,

    /// <summary>Three neighbouring letters of the text spelled in pinyin, for what agents type in Latin letters.</summary>
    Letters,

    /// <summary>Neighbouring initials of the syllables: fhsj for 发货时间.</summary>
    Initials,
}
