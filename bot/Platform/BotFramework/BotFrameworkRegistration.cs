using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.Platform.BotFramework;

public static class BotFrameworkRegistration
{
    /// <summary>Activities in, turns, dialogs, messages out; the handler decides what a turn does.</summary>
    public static IServiceCollection AddBotFramework<THandler>(this IServiceCollection services)
        where THandler : ActivityHandler
    {
        services.AddConnectorClient();
        services.AddSingleton<ActivityHandler, THandler>();
        services.AddSingleton<RateGate>();
        services.AddSingleton<ProactiveSender>();
        services.AddSingleton<DialogSet>();
        services.AddSingleton<MessageDelivery>();
        services.AddSingleton<PostedCards>();
        services.AddSingleton<StreamedAnswers>();
        services.AddSingleton<FileUpload>();
        services.AddSingleton<WorkKind, FileWork>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<MessagesEndpoint>();
        return services.AddHostedService<PendingMessages>();
    }

    public static void MapBotFramework(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<MessagesEndpoint>();
        app.MapPost("/api/messages", (RequestDelegate)endpoint.HandleAsync);
    }
}
