using System.Net;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Teams;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Has the app installed for somebody to whom the bot has no way: once for each person, whatever comes of it.</summary>
internal sealed class AppInstaller(TeamsApps apps, IStore store, AppInstallSettings settings, TimeProvider clock, ILogger<AppInstaller> logger)
{
    /// <summary>Teams tells the bot of the installation within seconds; that brings the conversation where nobody else's shows the way.</summary>
    private static readonly TimeSpan Arrival = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(5);

    /// <returns>
    /// What came of it: <see cref="SendOutcome.Delivered"/> where the person can be written to now, one that may be retried, or null, where
    /// the person cannot be reached.
    /// </returns>
    public async Task<SendResult?> TryAsync(string tenant, string personId, CancellationToken cancellationToken)
    {
        if (settings.ExternalId is not { } externalId || await IsOverAsync(tenant, personId, cancellationToken)) return null;
        try
        {
            if (await apps.FindAsync(externalId, cancellationToken) is not { } appId)
            {
                Log.AppInstalled(logger, personId, AppInstallOutcome.NotInCatalogue, null);
                return null;
            }

            var outcome = await InstallAsync(personId, appId, cancellationToken);
            await NoteAsync(tenant, personId, outcome);
            if (outcome is not (AppInstallOutcome.Installed or AppInstallOutcome.AlreadyThere)) return null;
            return await ConnectAsync(tenant, personId, appId, cancellationToken)
                ? new SendResult(SendOutcome.Delivered)
                : Later("The app was installed; its conversation is still to come.", Arrival);
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            Log.AppInstalled(logger, personId, AppInstallOutcome.NotPermitted, exception.Message);
            return null;
        }
        catch (GraphException exception)
        {
            Log.AppInstalled(logger, personId, AppInstallOutcome.Failed, exception.Message);
            return Later(exception.Message, exception.RetryAfter ?? UsualPause);
        }
    }

    private async Task<bool> IsOverAsync(string tenant, string personId, CancellationToken cancellationToken)
    {
        var documents = new DocumentSession(store);
        return await Forgotten.IsAsync(documents, tenant, personId, cancellationToken)
            || await documents.ReadAsync(AppInstallation.Kind, tenant, personId, cancellationToken) is not null;
    }

    /// <summary>First whether it is there, which takes the same permission: a refusal after that is about the person.</summary>
    private async Task<AppInstallOutcome> InstallAsync(string personId, string appId, CancellationToken cancellationToken)
    {
        var mayAsk = false;
        try
        {
            if (await apps.FindChatAsync(personId, appId, cancellationToken) is not null) return AppInstallOutcome.AlreadyThere;
            mayAsk = true;
            await apps.InstallAsync(personId, appId, cancellationToken);
            return AppInstallOutcome.Installed;
        }
        catch (GraphException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            return AppInstallOutcome.AlreadyThere;
        }
        catch (GraphException exception) when (exception.IsForbidden && mayAsk)
        {
            return AppInstallOutcome.Refused;
        }
        catch (GraphException exception) when (exception.IsNotFound)
        {
            return AppInstallOutcome.NoSuchPerson;
        }
    }

    private async Task NoteAsync(string tenant, string personId, AppInstallOutcome outcome)
    {
        Log.AppInstalled(logger, personId, outcome, null);
        var documents = new DocumentSession(store);
        documents.Save(AppInstallation.Kind, tenant, personId, new AppInstallation(outcome, clock.GetUtcNow()));
        // A conflict: another instance was quicker, with the same.
        await store.CommitAsync(documents.ToCommit(), CancellationToken.None);
    }

    /// <summary>Notes the conversation, with the service that the bot reaches others of the tenant at. What arrives from there itself is better, and stays.</summary>
    private async Task<bool> ConnectAsync(string tenant, string personId, string appId, CancellationToken cancellationToken)
    {
        if (await apps.FindChatAsync(personId, appId, cancellationToken) is not { } chat) return false;
        var before = new DocumentKey(Installation.Kind.Name, tenant, "");
        var other = (await store.ReadPageAsync(Installation.Kind.Name, before, 1, cancellationToken)).FirstOrDefault(stored => stored.Key.Partition == tenant);
        if (other?.As(Installation.Kind).Reference is not { } known) return false;

        var documents = new DocumentSession(store);
        var reference = new ConversationReference(known.ServiceUrl, chat, ConversationTypes.Personal, tenant, known.BotId, null, personId, null);
        documents.Save(Installation.Kind, tenant, Installation.OfPerson(personId), new Installation(reference));
        await store.CommitAsync(documents.ToCommit(), cancellationToken);
        return true;
    }

    private SendResult Later(string reason, TimeSpan pause) => new(SendOutcome.Failed, reason, MayRetry: true) { Until = clock.GetUtcNow() + pause };
}

/// <param name="ExternalId">The app's id in its manifest; null: it is installed for nobody.</param>
internal sealed record AppInstallSettings(string? ExternalId);
