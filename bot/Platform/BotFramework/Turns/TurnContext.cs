using System.Globalization;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// One activity and what the handler makes of it. The handler only collects here, documents to save, work to queue and messages to send:
/// nothing is visible outside before the commit, so that a turn can be run again from fresh state.
/// </summary>
public sealed class TurnContext
{
    internal static readonly DocumentKind<PostedMessage> Posted = new("posted", () => TurnJson.Default.PostedMessage);

    private readonly List<OutgoingMessage> _messages = [];

    internal TurnContext(Activity activity, CultureInfo culture, DocumentSession documents, TimeProvider clock)
    {
        Activity = activity;
        Culture = culture;
        Documents = documents;
        Clock = clock;
        Sender = Sender.Of(activity);
        TenantId = activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId ?? "";
        Text = MentionText.Remove(activity);
        Conversation = new ConversationReference(
            activity.ServiceUrl ?? "", activity.Conversation?.Id ?? "", activity.Conversation?.ConversationType, TenantId,
            activity.Recipient?.Id, Sender.ChannelId, activity.From?.AadObjectId, activity.Locale);
    }

    public Activity Activity { get; }

    public Sender Sender { get; }

    public string TenantId { get; }

    /// <summary>Where the activity came from, and where replies go.</summary>
    public ConversationReference Conversation { get; }

    /// <summary>The sender's language, as far as the bot speaks it; also the current culture while the turn runs.</summary>
    public CultureInfo Culture { get; }

    /// <summary>What the person wrote, without the mention of the bot.</summary>
    public string Text { get; }

    public DocumentSession Documents { get; }

    public TimeProvider Clock { get; }

    public bool IsPersonal => Activity.Conversation?.ConversationType is null or ConversationTypes.Personal;

    /// <summary>In a group or channel: somebody speaks to the bot, and not merely where it can hear.</summary>
    public bool IsMentioned => MentionText.Mentions(Activity);

    /// <summary>Names what belongs to this person in this conversation.</summary>
    public string PersonKey => $"{Conversation.ConversationId}|{Sender.ObjectId}";

    internal IReadOnlyList<OutgoingMessage> Messages => _messages;

    internal InvokeResponse? Response { get; private set; }

    /// <param name="summary">What the notification says, as a card alone has no words for it.</param>
    /// <param name="rememberAs">A name under which <see cref="UpdatePostedAsync"/> finds the message again.</param>
    public void Reply(RawJson card, string summary, string? rememberAs = null) =>
        _messages.Add(new OutgoingMessage(Conversation, Message(card, summary), RememberAs: rememberAs is null ? null : $"{PersonKey}|{rememberAs}"));

    /// <summary>Puts the card in the place of a message; where that is gone, it comes as a new one.</summary>
    public void Update(string activityId, RawJson card, string summary) =>
        _messages.Add(new OutgoingMessage(Conversation, Message(card, summary), UpdateId: activityId));

    /// <summary>
    /// Answers a press on a card with its next version. Teams shows an answer to the person who pressed, until the message is loaded
    /// again; <paramref name="forAll"/> changes the message itself. That draws the card anew, so it is for cards that nobody is filling in.
    /// </summary>
    public void ReplacePressed(RawJson card, string summary, bool forAll) => ReplacePressed(card, summary, forAll ? card : null);

    /// <inheritdoc cref="ReplacePressed(RawJson, string, bool)"/>
    /// <param name="card">What the person who pressed sees.</param>
    /// <param name="everyones">What all others see from now on; null leaves them the message as it is.</param>
    public void ReplacePressed(RawJson card, string summary, RawJson? everyones)
    {
        Respond(InvokeResponse.Card(card));
        if (everyones is not { } common || Activity.ReplyToId is not { Length: > 0 } pressed) return;
        _messages.Add(new OutgoingMessage(Conversation, Message(common, summary), UpdateId: pressed, OnlyIfThere: true));
    }

    /// <summary>Puts the card in the place of the message that was remembered under the name, if there is one.</summary>
    public async ValueTask UpdatePostedAsync(string rememberedAs, RawJson card, string summary, CancellationToken cancellationToken)
    {
        var posted = await Documents.ReadAsync(Posted, TenantId, $"{PersonKey}|{rememberedAs}", cancellationToken);
        if (posted is not null) _messages.Add(new OutgoingMessage(Conversation, Message(card, summary), UpdateId: posted.ActivityId, OnlyIfThere: true));
    }

    /// <summary>Forgets the message that was remembered under the name.</summary>
    public async ValueTask ForgetPostedAsync(string rememberedAs, CancellationToken cancellationToken)
    {
        var id = $"{PersonKey}|{rememberedAs}";
        if (await Documents.ReadAsync(Posted, TenantId, id, cancellationToken) is not null) Documents.Delete(Posted, TenantId, id);
    }

    /// <summary>The answer to an invoke; the last one counts.</summary>
    public void Respond(InvokeResponse response) => Response = response;

    /// <summary>A plain line of text, for when no card can be relied on.</summary>
    public void Reply(string text) => _messages.Add(new OutgoingMessage(Conversation, Message() with { Text = text }));

    /// <summary>Asks whether the person wants the file; only in a personal chat does Teams show the question.</summary>
    /// <param name="description">What is in it, in a sentence.</param>
    /// <param name="context">Comes back with the answer, see <see cref="ActivityHandler.OnFileConsentAsync"/>.</param>
    public void Offer(NamedFile file, string description, FileContext context) =>
        _messages.Add(new OutgoingMessage(Conversation, Message() with { Summary = file.Name, Attachments = [FileCards.Offer(file, description, context)] }));

    /// <summary>Tells the person that the turn failed, in the way that the activity allows.</summary>
    internal void Apologise(string correlation)
    {
        var words = Turns.Text.TurnFailed.With(correlation);
        if (Activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction }) Respond(InvokeResponse.Error(500, "TurnFailed", words));
        else if (Activity.Type == ActivityTypes.Invoke) Respond(new InvokeResponse(StatusCodes.Status500InternalServerError));
        else if (Activity.Type == ActivityTypes.Message) Reply(words);
    }

    private Activity Message(RawJson card, string summary) => Message() with { Summary = summary, Attachments = [Attachment.Of(card)] };

    private Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = Activity.ChannelId,
        From = Activity.Recipient is { } bot ? new ChannelAccount { Id = bot.Id, Name = bot.Name } : null,
        Recipient = Activity.From is { } person ? new ChannelAccount { Id = person.Id } : null,
        Conversation = new ConversationAccount { Id = Conversation.ConversationId, ConversationType = Conversation.ConversationType },
        Locale = Culture.Name,
    };
}
