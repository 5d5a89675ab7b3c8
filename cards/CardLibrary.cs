using System.Collections.Frozen;
using System.Reflection;

namespace FastTrackBot.Cards;

/// <summary>All cards of the product by name: `Templates/Lifecycle/Checklist.json` is "Lifecycle/Checklist".</summary>
public sealed class CardLibrary
{
    private readonly FrozenDictionary<string, CardTemplate> _templates;

    private CardLibrary(IEnumerable<CardTemplate> templates) =>
        _templates = templates.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<CardTemplate> Templates => _templates.Values;

    /// <exception cref="KeyNotFoundException">There is no such card.</exception>
    public CardTemplate this[string name] =>
        _templates.TryGetValue(name, out var template) ? template : throw new KeyNotFoundException($"There is no card template '{name}'.");

    /// <summary>Compiles every template, so that a faulty one stops the start and not a conversation.</summary>
    /// <exception cref="CardTemplateException">Lists every faulty template.</exception>
    public static CardLibrary Load() => Load(typeof(CardLibrary).Assembly);

    private static CardLibrary Load(Assembly assembly)
    {
        var sources = assembly.GetManifestResourceNames().Select(name => (CardName(name), Read(assembly, name)));
        return Compile(sources);
    }

    /// <inheritdoc cref="Load()"/>
    public static CardLibrary Compile(IEnumerable<(string Name, byte[] Json)> sources)
    {
        var templates = new List<CardTemplate>();
        var faults = new List<CardTemplateException>();
        foreach (var (name, json) in sources)
        {
            try
            {
                templates.Add(CardTemplate.Compile(name, json));
            }
            catch (CardTemplateException fault)
            {
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? new(templates) : throw new CardTemplateException(faults);
    }

    // The build names resources after their folders, with the separator of the system it ran on.
    private static string CardName(string resource) => resource.Replace('\\', '/');

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
