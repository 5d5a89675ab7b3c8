namespace FastTrackBot.FastTrack.Questions;

/// <summary>The section <c>Questions</c> of the settings.</summary>
public sealed class QuestionOptions
{
    public const string Section = "Questions";

    /// <summary>A folder with texts in the place of the built-in ones, in the shape that Texts/README.md describes; empty: the built-in ones.</summary>
    public string? KnowledgeFolder { get; set; }
}
