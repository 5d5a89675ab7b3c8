namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Where a person files the request. The bot only prepares it: FastTrack has no public interface for filing.</summary>
public enum RouteKind
{
    AdminCentre,
    FastTrackSite,

    /// <summary>A partner files it for a customer.</summary>
    Partner,
}

/// <param name="Paths">The newest click path first; the older ones help who still sees the older page.</param>
public sealed record Route(RouteKind Kind, Uri Url, IReadOnlyList<ClickPath> Paths);

public sealed record ClickPath(IReadOnlyList<RouteStep> Steps, Source Source);

public enum RouteStep
{
    SignInAdminCentre,
    OpenNeedHelp,
    FollowAssistant,
    SignInSite,
    ChooseRequestAssistance,
    ChooseFromServices,
    SearchCustomer,
    SelectCustomer,
    OpenMyCustomers,
    FindCustomer,
    OpenServices,
    FillInForm,
}

public static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
        EmbeddedData.Read("FastTrack/Assistance/Data/routes.json", AssistanceJson.Default.RouteFile).Routes;

    public static Route Get(RouteKind kind) => All.First(route => route.Kind == kind);
}

internal sealed record RouteFile(IReadOnlyList<Route> Routes);
