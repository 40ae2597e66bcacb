namespace ReplyBot.Accounts.Http;

/// <summary>What is wrong with the fields of a request, for whoever fills them in: Chinese, then English.</summary>
public sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    /// <summary>The messages by the field's name in JSON.</summary>
    public IReadOnlyDictionary<string, List<string>> ByField => _byField;

    /// <summary>Whether something is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>Notes what is wrong with a field.</summary>
    public FieldErrors Add(string field, string message)
    {
        if (!_byField.TryGetValue(field, out var messages))
            _byField[field] = messages = [];
        messages.Add(message);
        return this;
    }

    /// <summary>Notes that a field is empty, where it is.</summary>
    public FieldErrors Require(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(field, "不能为空 / must not be empty");
        return this;
    }
}
