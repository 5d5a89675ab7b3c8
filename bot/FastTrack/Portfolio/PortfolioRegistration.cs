using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Portfolio;

internal static class PortfolioRegistration
{
    public static IServiceCollection AddPortfolio(this IServiceCollection services)
    {
        services.AddSingleton<PortfolioCard>();
        services.AddSingleton<PortfolioDesk>();
        services.AddSingleton<ReportCard>();
        services.AddSingleton<FileKind, ReportFile>();
        services.AddSingleton<Command, PortfolioCommand>();
        services.AddSingleton<CardVerb, PortfolioShow>();
        return services.AddSingleton<CardVerb, ReportShow>();
    }
}
