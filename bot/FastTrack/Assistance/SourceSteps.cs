using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using static FastTrackBot.FastTrack.Assistance.StepTools;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Where mail and files are today, if they are to move.</summary>
internal static class SourceSteps
{
    private const string Nothing = "nothing";

    public static IEnumerable<Step> For(AssistanceState state) => state.Request.Source is null ? [Source()] : [Source(), Version()];

    private static Step Source() => new("source",
        state => new Prompt
        {
            Question = Text.Ask_Source,
            Explanation = Text.Explain_Source,
            Example = Names.Of(SourceSystem.Exchange),
            Fields =
            [
                Choice("source", Text.Label_Source, state.Request.Source?.ToString() ?? Nothing,
                    [
                        new Choice(Nothing, Text.Source_Nothing),
                        .. Enum.GetValues<SourceSystem>().Select(source => new Choice(source.ToString(), Names.Of(source))),
                    ]),
            ],
        },
        (state, answer) =>
            answer["source"] == Nothing ? state.With(request => request with { Source = null, SourceVersion = null })
            : Enum.GetNames<SourceSystem>().Contains(answer["source"]) ? state.With(request => Moving(request, Enum.Parse<SourceSystem>(answer["source"])))
            : StepResult.NoSuchChoice(state, Names.Of(SourceSystem.Exchange)));

    /// <summary>The version of one system says nothing about another's.</summary>
    private static AssistanceRequest Moving(AssistanceRequest request, SourceSystem source) =>
        request.Source == source ? request : request with { Source = source, SourceVersion = null };

    private static Step Version() => new("version",
        state => new Prompt
        {
            Question = Text.Ask_Version.With(Names.Of(state.Request.Source!.Value)),
            Explanation = Text.Explain_Version,
            Example = "2016 CU23",
            Fields = [new Field("version", FieldKind.Text, Text.Label_Version) { Value = state.Request.SourceVersion, IsRequired = false }],
        },
        (state, answer) => Optional(answer["version"], FreeText.Name) is { Ok: true } version
            ? state.With(request => request with { SourceVersion = version.Value })
            : Refuse(state, Problem.TooLong));
}
