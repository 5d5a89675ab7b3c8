namespace FastTrackBot.Platform.Delivery;

/// <summary>Tells work of the queue from what somebody waits for. It goes with the work into every call that it makes.</summary>
public static class Unasked
{
    private static readonly AsyncLocal<bool> Flag = new();

    /// <summary>Nobody waits for what runs now.</summary>
    public static bool IsNow => Flag.Value;

    /// <summary>From here to the end of the method that calls it, and in all that it calls.</summary>
    internal static void Begin() => Flag.Value = true;
}
