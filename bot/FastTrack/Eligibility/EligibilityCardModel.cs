using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The data of the template <c>Eligibility/Result</c>.</summary>
internal sealed record EligibilityCardModel
{
    public required string Lang { get; init; }
    public required string Title { get; init; }
    public required UserText Organisation { get; init; }
    public required string Headline { get; init; }
    public required string Style { get; init; }
    public required IReadOnlyList<Fact> Numbers { get; init; }
    public required IReadOnlyList<BenefitRow> Benefits { get; init; }
    public required string PlansTitle { get; init; }
    public required IReadOnlyList<Fact> Plans { get; init; }
    public required string DetailsTitle { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public required string Sources { get; init; }
    public required string Request { get; init; }
    public required string Again { get; init; }
}

/// <param name="Color">Repeats the verdict for those who see colours; the words stand on their own.</param>
internal sealed record BenefitRow(string Name, string Verdict, string Color, string Reasons, string? Change);
