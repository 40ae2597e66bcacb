namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>Skipped, with the reason, where the payloads, the program or a browser are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class XssFactAttribute : FactAttribute
{
    public XssFactAttribute() => Skip = XssPayloads.Absence ?? Requirements.FirstMissing(Requirement.Program | Requirement.Browser);
}
