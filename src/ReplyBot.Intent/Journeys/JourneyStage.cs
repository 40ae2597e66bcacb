namespace ReplyBot.Intent.Journeys;

/// <summary>Where a buyer stands on the way from looking to reviewing.</summary>
public enum JourneyStage
{
    /// <summary>Has not bought yet.</summary>
    PreSale,

    /// <summary>Has ordered; the parcel is not there yet.</summary>
    InSale,

    /// <summary>Has the parcel.</summary>
    AfterSale,

    /// <summary>Writes a review.</summary>
    Review,
}
