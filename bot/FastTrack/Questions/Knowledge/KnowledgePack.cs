using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>All passages by language, with what is wrong among them.</summary>
internal sealed record KnowledgePack(IReadOnlyDictionary<string, IReadOnlyList<Passage>> Languages, IReadOnlyList<PackFault> Faults)
{
    public const string English = "en";

    /// <summary>By language, how people ask for the passages, and for what none is about. A pack may be without.</summary>
    public AskedTexts Asked { get; init; } = AskedTexts.None;

    private const string Embedded = "FastTrack/Questions/Knowledge/Texts/";

    /// <summary>The texts that are part of the program. How people ask in a language, most of the text, is read when somebody first asks in it: its faults are for the tests.</summary>
    public static KnowledgePack BuiltIn()
    {
        var paths = Paths().ToLookup(IsAsked);
        var pack = Of(paths[false].Select(FileAt));
        var ids = IdsOf(pack.Languages);
        return pack with { Asked = new AskedTexts(paths[true].ToDictionary(LanguageOf, path => new Lazy<IReadOnlyList<AskedText>>(() => new AskedFile(path, ids, []).Read(Read(path))))) };
    }

    /// <summary>All files that are part of the program.</summary>
    public static IEnumerable<TextFile> BuiltInFiles() => Paths().Select(FileAt);

    /// <summary>The operator's texts, if there are any and nothing is wrong with them. A pack with a fault would answer half of the questions, and nobody would notice.</summary>
    public static KnowledgePack Load(string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return BuiltIn();
        try
        {
            var own = Of(TextFolder.Read(folder, "*.md", $"{QuestionOptions.Section}:{nameof(QuestionOptions.KnowledgeFolder)}"));
            return own.Faults.Count == 0 ? own : BuiltIn() with { Faults = own.Faults };
        }
        catch (InvalidDataException exception)
        {
            return BuiltIn() with { Faults = [new PackFault(folder, 0, exception.Message)] };
        }
    }

    /// <param name="files">Each below a folder that is called after its language; others, such as a README, are passed over.</param>
    public static KnowledgePack Of(IEnumerable<TextFile> files)
    {
        List<PackFault> faults = [];
        Dictionary<string, IReadOnlyList<Passage>> languages = [];
        Dictionary<string, List<TextFile>> folders = [];
        foreach (var file in files)
        {
            if (file.Path.Split('/') is [var language, _]) (folders.TryGetValue(language, out var known) ? known : folders[language] = []).Add(file);
        }

        foreach (var (language, texts) in folders) languages[language] = ReadLanguage(language, texts.Where(text => !IsAsked(text.Path)), faults);
        if (!languages.TryGetValue(English, out var english) || english.Count == 0) faults.Add(new PackFault($"{English}/", 0, "There are no English passages, which the other languages fall back to."));
        else faults.AddRange(Strangers(english, languages));
        return new KnowledgePack(languages, faults) { Asked = ReadAsked(folders, languages, faults) };
    }

    private static AskedTexts ReadAsked(Dictionary<string, List<TextFile>> folders, Dictionary<string, IReadOnlyList<Passage>> languages, List<PackFault> faults)
    {
        var ids = IdsOf(languages);
        return new AskedTexts(folders.Values.SelectMany(files => files).Where(file => IsAsked(file.Path))
            .ToDictionary(file => LanguageOf(file.Path), file => new Lazy<IReadOnlyList<AskedText>>(new AskedFile(file.Path, ids, faults).Read(file.Text))));
    }

    private static HashSet<string> IdsOf(IReadOnlyDictionary<string, IReadOnlyList<Passage>> languages) =>
        languages.Values.SelectMany(passages => passages).Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);

    private static bool IsAsked(string path) => path.EndsWith($"/{AskedFile.Name}", StringComparison.Ordinal);

    private static string LanguageOf(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)];

    private static IEnumerable<string> Paths() =>
        from name in typeof(KnowledgePack).Assembly.GetManifestResourceNames()
        where name.StartsWith(Embedded, StringComparison.Ordinal)
        orderby name
        select name[Embedded.Length..];

    private static TextFile FileAt(string path) => new(path, Read(path));

    /// <summary>Passages that English lacks: a slip in an id, mostly, which would leave the English one in its place.</summary>
    private static IEnumerable<PackFault> Strangers(IReadOnlyList<Passage> english, Dictionary<string, IReadOnlyList<Passage>> languages)
    {
        var ids = english.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        return from entry in languages
               from passage in entry.Value
               where !ids.Contains(passage.Id)
               select new PackFault($"{entry.Key}/", 0, $"“{passage.Id}” is not among the English passages.");
    }

    private static List<Passage> ReadLanguage(string language, IEnumerable<TextFile> texts, List<PackFault> faults)
    {
        if (LanguageWords.Find(language) is null)
            faults.Add(new PackFault($"{language}/", 0, $"Not a language that can be searched: {string.Join(", ", LanguageWords.All.Select(words => words.Tag))}."));
        List<Passage> passages = [];
        foreach (var file in texts)
        {
            foreach (var passage in new PassageFile(file.Path, language, faults).Read(file.Text))
            {
                if (passages.Any(other => other.Id == passage.Id)) faults.Add(new PackFault(file.Path, 0, $"The id “{passage.Id}” stands twice."));
                else passages.Add(passage);
            }
        }

        return passages;
    }

    private static string Read(string path)
    {
        using var reader = new StreamReader(typeof(KnowledgePack).Assembly.GetManifestResourceStream(Embedded + path)!);
        return reader.ReadToEnd();
    }
}
