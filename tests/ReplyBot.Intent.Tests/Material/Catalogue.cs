using ReplyBot.Intent.Slots;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>The products that the labelled messages name, by id.</summary>
internal static class Catalogue
{
    public static readonly ProductNames Names = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["fleece-hoodie"] = ["加绒连帽卫衣", "加绒卫衣", "连帽卫衣"],
        ["straight-jeans"] = ["高腰直筒牛仔裤", "牛仔裤", "直筒裤"],
        ["mango"] = ["厚切芒果干", "芒果干"],
        ["nuts"] = ["每日混合坚果", "每日坚果", "坚果"],
        ["down-jacket"] = ["轻薄立领羽绒服", "羽绒服"],
        ["sofa-cover"] = ["沙发套"],
    });
}
