using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Files;

/// <summary>Somebody asks for a file about the whole tenant; see <see cref="FileOffer"/>.</summary>
public sealed class TenantFileOffer(IEnumerable<TenantFile> files) : CardVerb("tenant-file")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            turn.Respond(InvokeResponse.Notice(Text.PersonalOnly));
        }
        else if (files.FirstOrDefault(file => file.Name == action["file"]) is not { } asked || await asked.BuildAsync(turn, cancellationToken) is not { } content)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchFile));
        }
        else
        {
            turn.Offer(content, asked.Description, new FileContext(asked.Name, turn.TenantId));
            turn.Respond(InvokeResponse.Notice(Text.Offered));
        }
    }
}
