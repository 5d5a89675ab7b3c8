using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Enablement.Pilot;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Enablement;

/// <summary>How far enabling has come: licences given out, services ready, people who use them.</summary>
public sealed class EnablementCard(CardLibrary cards)
{
    /// <param name="maySay">Whether the person may state the number of active people.</param>
    /// <param name="notice">What could not be read, or what was wrong.</param>
    public RawJson Fill(Engagement engagement, EnablementKnown known, bool maySay, string? notice = null)
    {
        var facts = known.Facts;
        var needed = EnablementRules.UsersNeeded(engagement, facts);
        var services = EnablementRules.Services(engagement);
        var model = new EnablementCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            notice,
            [
                Licences(facts),
                new Gauge(Text.Services, services.Count(service => service.IsReady), services.Count, Text.OfServices.With(services.Count(service => service.IsReady), services.Count), null),
                Active(facts, needed),
                .. Pilots(known.Pilot),
            ],
            [.. services.Select(service => new ServiceRow(Names.OfWorkload(service.Workload), service.IsReady ? "✓" : "○", service.IsReady ? "Good" : "Default", service.All == 0 ? Text.NotBegun : Text.OfTasks.With(service.Done, service.All)))],
            engagement.Id,
            maySay,
            new EnablementLabels(Text.Label_Active, Text.Hint_Active, Text.Button_Say, Text.Button_Refresh, Text.Button_Pilot, Text.Button_Phase));
        return new RawJson(cards["Enablement/Enablement"].Fill(model, EnablementJson.Default.EnablementCardModel));
    }

    private static Gauge Licences(EnablementFacts? facts) => facts is { Bought: { } bought, Assigned: { } assigned }
        ? new Gauge(Text.Licences, assigned, bought, Text.OfLicences.With(assigned, bought), facts.Plan)
        : new Gauge(Text.Licences, 0, 0, Text.Unknown, null);

    private static Gauge Active(EnablementFacts? facts, int needed) => facts?.ActiveUsers is { } active
        ? new Gauge(Text.Active, active, needed, Text.OfActive.With(active, needed), Where(facts))
        : new Gauge(Text.Active, 0, needed, Text.Open_Unknown.With(needed), null);

    private static IEnumerable<Gauge> Pilots(PilotList pilot) => pilot.People.Count == 0
        ? []
        : [new Gauge(Text.Pilot, pilot.Ready, pilot.People.Count, Text.OfPilot.With(pilot.Ready, pilot.People.Count), null)];

    private static string Where(EnablementFacts facts) => facts.SaidBy is { } person
        ? Text.SaidBy.With(UserText.Escape(person.Name))
        : Text.ReportOf.With(facts.ActiveOn?.ToString("d", CultureInfo.CurrentCulture) ?? "–");
}

/// <summary>What is known of an engagement's enabling.</summary>
public sealed record EnablementKnown(EnablementFacts? Facts, PilotList Pilot);

/// <summary>The data of the template <c>Enablement/Enablement</c>.</summary>
internal sealed record EnablementCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, IReadOnlyList<Gauge> Gauges, IReadOnlyList<ServiceRow> Services,
    string Engagement, bool MaySay, EnablementLabels Labels);

/// <summary>Something that fills up, as a bar of twenty parts.</summary>
internal sealed record Gauge(string Title, int Value, int Of, string Text, string? Remark)
{
    private const int Parts = 20;

    public string Full => new('━', Filled);

    public string Empty => new('━', Parts - Filled);

    public string Color => Of > 0 && Value >= Of ? "Good" : "Accent";

    private int Filled => Of <= 0 ? 0 : (int)Math.Clamp((long)Value * Parts / Of, 0, Parts);
}

internal sealed record ServiceRow(string Title, string Mark, string Color, string Progress);

internal sealed record EnablementLabels(string Active, string ActiveHint, string Say, string Refresh, string Pilot, string Phase);
