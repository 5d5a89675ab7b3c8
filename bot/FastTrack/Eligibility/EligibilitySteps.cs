using System.Globalization;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using Result = FastTrackBot.Platform.BotFramework.Dialogs.StepResult<FastTrackBot.FastTrack.Eligibility.EligibilityState>;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Eligibility.EligibilityState>;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The questions of the eligibility dialog.</summary>
internal sealed class EligibilitySteps(LicenceReader reader)
{
    /// <summary>Where an answer is still open, the longer way is counted: progress may jump ahead, never back.</summary>
    public IReadOnlyList<Step> For(EligibilityState state) => [.. Applicable(state)];

    private IEnumerable<Step> Applicable(EligibilityState state)
    {
        if (state.MayReadTenant) yield return Origin();
        if (state.FromTenant is not true) yield return Seats();
        yield return Organisation();
        yield return Migration();
        if (state.WantsMigration is false) yield break;
        yield return SourceStep();
        if (state.Source is not { } source || SourceEnvironments.Get(source).Minimum is not null) yield return Version();
    }

    private Step Origin() => new("origin",
        state => new Prompt
        {
            Question = Text.Ask_Origin,
            Explanation = Text.Explain_Origin,
            Example = Text.Origin_Tenant,
            Fields =
            [
                new Field("origin", FieldKind.Choice, Text.Label_Origin)
                {
                    Value = state.FromTenant is false ? "typed" : "tenant",
                    Choices = [new Choice("tenant", Text.Origin_Tenant), new Choice("typed", Text.Origin_Typed)],
                },
            ],
        },
        async (state, answer, cancellationToken) =>
        {
            switch (answer["origin"])
            {
                case "typed":
                    return state with { FromTenant = false, Licences = null };
                case "tenant":
                    var (licences, problem) = await reader.ReadAsync(cancellationToken);
                    return problem is null ? state with { FromTenant = true, Licences = licences } : new Result(state, problem);
                default:
                    return StepResult.NoSuchChoice(state, Text.Origin_Tenant);
            }
        });

    private static Step Seats() => new("seats",
        state => new Prompt
        {
            Question = Text.Ask_Seats,
            Explanation = state.MayReadTenant ? Text.Explain_Seats : Text.Explain_SeatsNotAdmin,
            Example = 320.ToString(CultureInfo.CurrentCulture),
            Fields = [new Field("seats", FieldKind.Number, Text.Label_Seats) { Value = state.Seats?.ToString(CultureInfo.CurrentCulture), Placeholder = "320" }],
        },
        (state, answer) => SeatCount.TryParse(answer["seats"], CultureInfo.CurrentCulture, out var seats)
            ? state with { Seats = seats }
            : new Result(state, Text.Problem_SeatCount));

    private static Step Organisation() => new("organisation",
        state => new Prompt
        {
            Question = Text.Ask_Organisation,
            Explanation = Text.Explain_Organisation,
            Example = NameOf(OrganisationType.Nonprofit),
            Facts = state.Licences is { } licences ? [new Fact(Text.Fact_ReadFrom, licences.Organisation)] : [],
            Fields = [ChoiceOf("organisation", Text.Label_Organisation, state.Organisation ?? OrganisationType.Commercial, NameOf)],
        },
        (state, answer) => TryEnum<OrganisationType>(answer["organisation"], out var organisation)
            ? state with { Organisation = organisation }
            : StepResult.NoSuchChoice(state, NameOf(OrganisationType.Nonprofit)));

    private static Step Migration() => new("migration",
        state => new Prompt
        {
            Question = Text.Ask_Migration,
            Explanation = Text.Explain_Migration,
            Example = Text.Yes,
            Fields =
            [
                new Field("migration", FieldKind.Choice, Text.Label_Migration)
                {
                    Value = state.WantsMigration is false ? "no" : "yes",
                    Choices = [new Choice("yes", Text.Yes), new Choice("no", Text.No)],
                },
            ],
        },
        (state, answer) => answer["migration"] switch
        {
            "yes" => state with { WantsMigration = true },
            "no" => state with { WantsMigration = false, Source = null, SourceVersion = null },
            _ => StepResult.NoSuchChoice(state, Text.Yes),
        });

    private static Step SourceStep() => new("source",
        state => new Prompt
        {
            Question = Text.Ask_Source,
            Explanation = Text.Explain_Source,
            Example = Names.Of(SourceSystem.Exchange),
            Fields = [ChoiceOf("source", Text.Label_Source, state.Source ?? SourceSystem.Exchange, Names.Of)],
        },
        (state, answer) => TryEnum<SourceSystem>(answer["source"], out var source)
            ? state with { Source = source, SourceVersion = source == state.Source ? state.SourceVersion : null }
            : StepResult.NoSuchChoice(state, Names.Of(SourceSystem.Exchange)));

    private static Step Version() => new("version",
        state => new Prompt
        {
            Question = Text.Ask_Version.With(Names.Of(state.Source!.Value)),
            Explanation = Text.Explain_Version.With(SourceEnvironments.Get(state.Source.Value).Minimum),
            Example = SourceEnvironments.Get(state.Source.Value).Minimum,
            Fields = [new Field("version", FieldKind.Text, Text.Label_Version) { Value = state.SourceVersion, IsRequired = false }],
        },
        (state, answer) => state with { SourceVersion = answer["version"] });

    private static string NameOf(OrganisationType organisation) => Wording.Of(organisation, CultureInfo.CurrentUICulture);

    private static Field ChoiceOf<T>(string id, string label, T selected, Func<T, string> nameOf)
        where T : struct, Enum => new(id, FieldKind.Choice, label)
        {
            Value = selected.ToString(),
            Choices = [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), nameOf(value)))],
        };

    /// <summary>By name only: a number that a card sends is no name.</summary>
    private static bool TryEnum<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames<T>().Contains(text) && Enum.TryParse(text, out value);
    }
}
