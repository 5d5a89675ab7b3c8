using System.Collections.Frozen;

namespace FastTrackBot.Cards.Templating;

/// <summary>All functions and operators that a template may use, by each name they go by.</summary>
internal static class Functions
{
    private static readonly FrozenDictionary<string, Function> ByName =
        new[] { LogicFunctions.All, MathFunctions.All, TextFunctions.All, CollectionFunctions.All, FormatFunctions.All }
            .SelectMany(functions => functions)
            .SelectMany(entry => entry.Names.Append(entry.Function.Name).Distinct().Select(name => (name, entry.Function)))
            .ToFrozenDictionary(entry => entry.name, entry => entry.Function);

    public static Call Call(string name, Expression[] arguments)
    {
        if (!ByName.TryGetValue(name, out var function)) throw new SyntaxException($"there is no function or operator '{name}'");
        var objection = function.Signature.Objection(name, arguments) ?? function.Objection?.Invoke(arguments);
        return objection is null ? new(function, arguments) : throw new SyntaxException(objection);
    }
}

internal readonly record struct Entry(Function Function, params string[] Names);
