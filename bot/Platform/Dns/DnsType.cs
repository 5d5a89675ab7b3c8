namespace FastTrackBot.Platform.Dns;

/// <summary>Types of records, with their numbers on the wire.</summary>
public enum DnsType
{
    Cname = 5,
    Mx = 15,
    Txt = 16,
    Srv = 33,
}
