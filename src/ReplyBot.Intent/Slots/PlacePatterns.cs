using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>Addresses, names of persons, colours.</summary>
internal static partial class PlacePatterns
{
    private const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤滕罗毕郝邬常傅齐伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪包石崔龚程裴陆翁甄曲段侯宁甘武刘景詹龙叶黎薄白温庄晏阎连易廖聂曾关游梅盛米";

    public static readonly SlotPattern[] All =
    [
        SlotPattern.Words(SlotKind.PersonName, NamedPerson()),
        SlotPattern.Literal(SlotKind.Address, Address()),
        SlotPattern.Words(SlotKind.Color, ColorWord()) with { Needs = SearchValues.Create("色黑白红蓝绿黄粉灰紫青卡") },
    ];

    [GeneratedRegex($"(?:收件人|收货人|联系人|姓名|名字|我叫)(?:的?(?:姓名|名字)|改成|改为|换成|写成|写|是|叫|[:\\s]){{0,6}}(?<slot>(?:欧阳|司马|上官|诸葛|皇甫|夏侯|令狐|慕容|[{Surnames}])[\u4e00-\u9fa5](?:(?![电手地住收的就吧请帮这那我你和也在])[\u4e00-\u9fa5])?)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPerson();

    /// <summary>From a place name to a house number, without the words that lead to it.</summary>
    [GeneratedRegex(@"(?:(?:改成|改到|改为|换成|换到|寄到|寄去|送到|发到|发去|应该是|地址(?:是|为)?|住在|我在|到)[:\s]{0,6}|(?<=^|[\s,。:;、!?]))(?<slot>(?!(?:改|寄|送|发|把|我|你|地址|请|麻烦|帮))(?:[\u4e00-\u9fa5]{2,12}?(?:省|市|自治区|区|县|镇|乡)){0,4}[\u4e00-\u9fa5a-z0-9]{1,12}?(?:路|街|大道|道|巷|弄|村|小区|花园|苑|大厦|广场|院)[\u4e00-\u9fa5]{0,8}?(?:\d{1,5}(?:号院|号楼|号|弄|室|栋|幢|座|单元|楼|层|-)?(?:院)?){1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<slot>(?:深|浅|淡|暗|亮|大|雾霾|水洗|荧光|雾|天|宝|军|酒|玫|奶|米|墨|藏|湖|橘|粉)?(?:黑|白|红|橙|黄|绿|青|蓝|紫|灰|粉|棕|褐|杏|驼|咖啡|咖|卡其|香槟|银|金|米|橘|奶茶|燕麦|肉|裸|焦糖|藕|抹茶|豆沙|豆绿|薄荷|珊瑚|烟灰|青|象牙|古铜|透明|原木|胡桃)色|米白|藏青|墨绿|深灰|浅灰|深蓝|浅蓝|天蓝|宝蓝|酒红|玫红|军绿|雾蓝|雾粉|雾灰|水洗黑|灰蓝|灰绿|深紫|奶白|卡其|(?<=^|要|是|换|拍|选|发|[,\s])(?:黑|白|红|蓝|绿|黄|粉|灰|紫)(?=的))", RegexOptions.CultureInvariant)]
    private static partial Regex ColorWord();
}
