namespace FastTrackBot.FastTrack;

/// <summary>How a person is forgotten: the one kind of work that does it, with the tenant and the person's object id as its key.</summary>
internal static class ForgetPerson
{
    public const string Work = "forget";
}
