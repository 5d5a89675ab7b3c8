using FastTrackBot.Platform.BotFramework.Extensions;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Sorts activities by what they are. A bot overrides what it cares for; anything else is accepted and passed over,
/// except an unknown invoke, which gets 501.
/// </summary>
public abstract class ActivityHandler
{
    public ValueTask OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => OnMessageAsync(turn, cancellationToken),
        ActivityTypes.Invoke => OnInvokeAsync(turn, cancellationToken),
        ActivityTypes.InstallationUpdate => OnInstallationUpdateAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate => OnConversationUpdateAsync(turn, cancellationToken),
        ActivityTypes.MessageReaction => OnMessageReactionAsync(turn, cancellationToken),
        _ => ValueTask.CompletedTask,
    };

    /// <summary>A person wrote something, or pressed an <c>Action.Submit</c> (then there is a value and mostly no text).</summary>
    protected virtual ValueTask OnMessageAsync(TurnContext turn, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The app was installed, removed or upgraded; may come again for the same installation.</summary>
    protected virtual ValueTask OnInstallationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Members, team or channels changed; comes before or after the installation update.</summary>
    protected virtual ValueTask OnConversationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Somebody liked one of the bot's messages, or no longer does.</summary>
    protected virtual ValueTask OnMessageReactionAsync(TurnContext turn, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Somebody pressed an <c>Action.Execute</c>.</summary>
    protected virtual ValueTask OnCardActionAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken) =>
        NotImplemented(turn);

    /// <summary>A dialog (task module) is to be opened.</summary>
    protected virtual ValueTask OnTaskFetchAsync(TurnContext turn, CancellationToken cancellationToken) => NotImplemented(turn);

    /// <summary>A dialog (task module) was sent off.</summary>
    protected virtual ValueTask OnTaskSubmitAsync(TurnContext turn, CancellationToken cancellationToken) => NotImplemented(turn);

    /// <summary>Somebody uses the bot from where a message is written.</summary>
    protected virtual ValueTask OnExtensionAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken) => NotImplemented(turn);

    /// <summary>Somebody accepts a file that was offered, or does not want it.</summary>
    protected virtual ValueTask OnFileConsentAsync(TurnContext turn, FileConsentAnswer answer, CancellationToken cancellationToken) => NotImplemented(turn);

    /// <summary>Somebody pressed the thumbs that Teams shows below a message.</summary>
    protected virtual ValueTask OnMessageFeedbackAsync(TurnContext turn, MessageFeedback feedback, CancellationToken cancellationToken) => NotImplemented(turn);

    private ValueTask OnInvokeAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Name switch
    {
        InvokeNames.CardAction => OnCardActionInvokeAsync(turn, cancellationToken),
        InvokeNames.TaskFetch => OnTaskFetchAsync(turn, cancellationToken),
        InvokeNames.TaskSubmit => OnTaskSubmitAsync(turn, cancellationToken),
        InvokeNames.FileConsent => OnFileConsentInvokeAsync(turn, cancellationToken),
        InvokeNames.MessageSubmit => MessageFeedback.TryRead(turn.Activity.Value) is { } feedback
            ? OnMessageFeedbackAsync(turn, feedback, cancellationToken)
            : NotImplemented(turn),
        { } name when name.StartsWith(InvokeNames.ComposeExtensionPrefix, StringComparison.Ordinal) =>
            ExtensionRequest.TryRead(name[InvokeNames.ComposeExtensionPrefix.Length..], turn.Activity.Value) is { } request
                ? OnExtensionAsync(turn, request, cancellationToken)
                : NotImplemented(turn),
        _ => NotImplemented(turn),
    };

    private ValueTask OnCardActionInvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (CardAction.TryRead(turn.Activity.Value) is { } action) return OnCardActionAsync(turn, action, cancellationToken);

        turn.Respond(InvokeResponse.Error(400, "BadRequest", Text.BadCardAction));
        return ValueTask.CompletedTask;
    }

    private ValueTask OnFileConsentInvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (FileConsentAnswer.TryRead(turn.Activity.Value) is { } answer) return OnFileConsentAsync(turn, answer, cancellationToken);

        turn.Respond(new InvokeResponse(StatusCodes.Status400BadRequest));
        return ValueTask.CompletedTask;
    }

    /// <summary>The answer to an invoke that the bot does not know.</summary>
    protected static ValueTask NotImplemented(TurnContext turn)
    {
        turn.Respond(InvokeResponse.NotImplemented);
        return ValueTask.CompletedTask;
    }
}
