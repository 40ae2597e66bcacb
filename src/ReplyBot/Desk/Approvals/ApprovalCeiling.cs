using System.Globalization;
using ReplyBot.Accounts.Http;
using ReplyBot.Knowledge.Policies;

namespace ReplyBot.Desk.Approvals;

/// <summary>What the shop's policy lets a supervisor grant.</summary>
internal static class ApprovalCeiling
{
    /// <summary>Who decides where no supervisor may.</summary>
    private const string Owner = "owner";

    /// <summary>Notes why an amount cannot be granted in a case, where it cannot.</summary>
    public static void Check(FieldErrors errors, ShopPolicy policy, string policyCase, decimal? yuan)
    {
        if (policy.Ceilings.FirstOrDefault(ceiling => ceiling.Case == policyCase) is not { } ceiling)
            errors.Add("case", "政策里没有这种情况 / the policy knows no such case");
        else if (ceiling.Approver == Owner)
            errors.Add("case", "这种情况只能由店主决定，请线下联系店主 / only the shop's owner may decide this case");
        else if (yuan is not > 0)
            errors.Add("yuan", "金额须大于 0 / must be above 0");
        else if (decimal.Round(yuan.Value, 2) != yuan)
            errors.Add("yuan", "金额最多两位小数 / at most two decimals");
        else if (yuan > ceiling.MaxYuan)
        {
            var most = ceiling.MaxYuan.ToString("0.##", CultureInfo.InvariantCulture);
            errors.Add("yuan", $"超过政策上限：“{ceiling.Case}”最多 {most} 元 / above the policy's ceiling of {most} yuan for this case");
        }
    }
}
