namespace FastTrackBot.Cards.Templating;

/// <summary>How many arguments, and of which types where that is known beforehand; the last type holds for all that follow.</summary>
internal sealed record Signature(int Least, int Most, params ReturnTypes[] Types)
{
    public const int Unlimited = int.MaxValue;

    public string? Objection(string name, Expression[] arguments)
    {
        if (arguments.Length < Least || arguments.Length > Most)
        {
            var expected = Least == Most ? $"{Least}" : Most == Unlimited ? $"at least {Least}" : $"{Least} to {Most}";
            return $"{name} takes {expected} argument(s), not {arguments.Length}";
        }

        for (var i = 0; i < arguments.Length && Types.Length > 0; i++)
        {
            var type = Types[Math.Min(i, Types.Length - 1)];
            var given = arguments[i].Returns;
            if (((type | given) & ReturnTypes.Any) == 0 && (type & given) == 0)
                return $"argument {i + 1} of {name}, {arguments[i]}, is {given} and not {type}";
        }

        return null;
    }
}
