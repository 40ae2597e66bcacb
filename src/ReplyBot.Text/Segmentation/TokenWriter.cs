namespace ReplyBot.Text.Segmentation;

/// <summary>Turns a cut into tokens: dictionary words as they are, what lies between them by kind.</summary>
internal ref struct TokenWriter(ReadOnlySpan<char> text, Span<Token> into, HiddenMarkovModel? model, Span<byte> states, Span<byte> cameFrom)
{
    private const char ZeroWidthJoiner = '\u200D';

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<Token> into = into;
    private readonly Span<byte> states = states;
    private readonly Span<byte> cameFrom = cameFrom;

    /// <summary>How many tokens have been written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a dictionary word.</summary>
    public void Write(int start, int end) => into[Count++] = new Token(start, end - start);

    /// <summary>Writes the stretch between two dictionary words.</summary>
    public void WriteUnknown(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var kind = CharacterKinds.Of(text[at]);
            var to = kind switch
            {
                CharacterKind.Han => EndOfKind(at, end, kind),
                CharacterKind.Letter or CharacterKind.Digit => EndOfWordOrNumber(at, end),
                CharacterKind.Symbol => EndOfSymbol(at, end),
                _ => at + 1,
            };
            if (kind == CharacterKind.Han)
                WriteHan(at, to);
            else
                Write(at, to);
            at = to;
        }
    }

    /// <summary>Function characters stand for themselves; the model sees what lies between them.</summary>
    private void WriteHan(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var to = at;
            while (to < end && !FunctionCharacters.Contains(text[to]))
                to++;
            if (to == at)
                Write(at, ++to);
            else
                WriteContent(at, to);
            at = to;
        }
    }

    private void WriteContent(int start, int end)
    {
        if (model is null || end - start == 1)
        {
            for (var at = start; at < end; at++)
                Write(at, at + 1);
            return;
        }

        var run = states[..(end - start)];
        model.FindStates(text[start..end], run, cameFrom);
        var begin = start;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] == HiddenMarkovModel.Begin)
                begin = start + i;
            if (run[i] is not (HiddenMarkovModel.End or HiddenMarkovModel.Single) && i < run.Length - 1)
                continue;
            Write(begin, start + i + 1);
            begin = start + i + 1;
        }
    }

    private readonly int EndOfKind(int at, int end, CharacterKind kind)
    {
        while (at < end && CharacterKinds.Of(text[at]) == kind)
            at++;
        return at;
    }

    /// <summary>Letters and digits mixed are one token (a parcel number, a model); so are 3.5 and 20%.</summary>
    private readonly int EndOfWordOrNumber(int at, int end)
    {
        var to = at;
        while (to < end && CharacterKinds.Of(text[to]) is CharacterKind.Letter or CharacterKind.Digit)
            to++;
        if (to + 1 < end && text[to] == '.' && char.IsAsciiDigit(text[to - 1]) && char.IsAsciiDigit(text[to + 1]))
            to = EndOfKind(to + 1, end, CharacterKind.Digit);
        if (to < end && text[to] == '%' && char.IsAsciiDigit(text[to - 1]))
            to++;
        return to;
    }

    /// <summary>A mark with its repetitions, or an emoji with what is joined to it.</summary>
    private readonly int EndOfSymbol(int at, int end)
    {
        var width = WidthAt(at, end);
        var to = at + width;
        if (width == 2)
        {
            while (to < end && IsPartOfEmoji(to, end))
                to += WidthAt(to, end);
            return to;
        }

        while (to < end && (text[to] == text[at] || text[to - 1] == ZeroWidthJoiner || (text[to] == ZeroWidthJoiner && to + 1 < end)))
            to += WidthAt(to, end);
        return to;
    }

    private readonly bool IsPartOfEmoji(int at, int end) =>
        text[at] == ZeroWidthJoiner
        || text[at - 1] == ZeroWidthJoiner
        || (at + 1 < end && text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF');

    private readonly int WidthAt(int at, int end) =>
        at + 1 < end && CharacterKinds.Of(text[at + 1]) == CharacterKind.LowSurrogate ? 2 : 1;
}
