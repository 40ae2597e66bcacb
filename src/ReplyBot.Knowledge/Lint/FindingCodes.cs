namespace ReplyBot.Knowledge.Lint;

/// <summary>The stable codes of all rules. A code is never given to another rule.</summary>
public static class FindingCodes
{
    // Files.
    public const string YamlSyntax = "KB001";
    public const string YamlFeature = "KB002";
    public const string TooLarge = "KB003";
    public const string NotUtf8 = "KB004";
    public const string MissingField = "KB005";
    public const string UnknownField = "KB006";
    public const string WrongType = "KB007";
    public const string WrongValue = "KB008";
    public const string DuplicateKey = "KB009";
    public const string MissingFile = "KB010";
    public const string UnsupportedSchema = "KB011";
    public const string BrokenTable = "KB012";

    // What one entry says of another.
    public const string UnknownIntent = "KB101";
    public const string UnknownSlot = "KB102";
    public const string UnknownChannel = "KB103";
    public const string UnknownProduct = "KB104";
    public const string UnknownCategory = "KB105";
    public const string UnknownCondition = "KB106";
    public const string DuplicateId = "KB107";
    public const string IdWithoutIntent = "KB108";
    public const string UnknownFollowUp = "KB109";
    public const string Expired = "KB110";
    public const string NotYetValid = "KB111";
    public const string NeverValid = "KB112";
    public const string UnfillableSlot = "KB113";
    public const string MalformedSlot = "KB114";
    public const string TooFewWordings = "KB115";
    public const string TooFewVariants = "KB116";
    public const string IntentWithoutScript = "KB117";
    public const string UnknownSizeTable = "KB118";
    public const string UnknownGolden = "KB119";

    // Questions that stand twice.
    public const string DuplicateVariant = "KB201";
    public const string SharedVariant = "KB202";
    public const string NearDuplicate = "KB203";
    public const string Contradiction = "KB204";
    public const string DuplicateWording = "KB205";

    // What we say.
    public const string PlatformWord = "KB301";
    public const string DisguisedPlatformWord = "KB302";
    public const string ForbiddenPhrase = "KB303";
    public const string Superlative = "KB304";
    public const string FlatReply = "KB305";
    public const string FlatRefusal = "KB306";
    public const string Jargon = "KB307";
    public const string Abuse = "KB308";
    public const string Provocation = "KB309";
    public const string BrokenPromise = "KB310";
    public const string TypedPromise = "KB311";
    public const string FloorPrice = "KB312";
    public const string InternalNote = "KB313";
    public const string PersonalData = "KB314";
    public const string EmptySlot = "KB315";
    public const string AboveCeiling = "KB316";
    public const string EmptyText = "KB317";
    public const string OtherBuyer = "KB318";
    public const string Homophone = "KB319";
    public const string Doubtful = "KB320";
    public const string TooLong = "KB321";

    // What an import takes for granted.
    public const string GuessedIntent = "KB401";
}
