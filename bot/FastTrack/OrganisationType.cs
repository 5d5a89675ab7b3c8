namespace FastTrackBot.FastTrack;

/// <summary>
/// What kind of customer it is, as far as the benefit makes a difference. Paid nonprofit plans carry the commercial part numbers,
/// so this has to be asked: no licence list tells it.
/// </summary>
public enum OrganisationType
{
    Commercial,
    Education,
    Nonprofit,
    Government,
}
