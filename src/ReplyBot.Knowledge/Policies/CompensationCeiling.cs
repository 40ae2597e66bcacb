namespace ReplyBot.Knowledge.Policies;

/// <summary>The most that may be granted in one case, and by whom.</summary>
/// <param name="Case">The case in words.</param>
/// <param name="Intent">The intent under which it comes up.</param>
/// <param name="MaxYuan">The most, in yuan.</param>
/// <param name="Approver">Who may grant it: agent, supervisor or owner.</param>
public sealed record CompensationCeiling(string Case, string Intent, decimal MaxYuan, string Approver);
