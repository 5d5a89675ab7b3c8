namespace FastTrackBot.Cards.Templating;

internal readonly record struct Member(string Name, Node Node);

/// <summary>
/// An object, with `$data`, which sets its scope or repeats it for each element of a list, and `$when`, which may drop it.
/// </summary>
internal sealed class ObjectNode : Node
{
    private readonly DataSource? _data;
    private readonly Binding? _when;
    private readonly Run[] _runs;

    public ObjectNode(IReadOnlyList<Member> members, DataSource? data, Binding? when)
    {
        (_data, _when) = (data, when);
        IsStatic = members.All(member => member.Node.IsStatic) && data?.Binding is null && when is null;
        _runs = [.. Runs(members)];
    }

    public override bool IsStatic { get; }

    public override void WriteValue(ref JsonOutput output, in Scope scope)
    {
        var data = _data is null ? Value.Undefined : _data.Evaluate(scope);
        if (data.Kind != ValueKind.Array)
        {
            var inner = data.Kind == ValueKind.Undefined ? scope : scope.With(data);
            if (Holds(inner)) Write(ref output, inner);
            else output.Raw("null"u8);
            return;
        }

        // As a property's value, none of a list is null, one is an object, and more are a list.
        var scopes = Repetition(data, scope);
        if (scopes.Count == 0) output.Raw("null"u8);
        else if (scopes.Count == 1) Write(ref output, scopes[0]);
        else WriteList(ref output, scopes);
    }

    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        var data = _data is null ? Value.Undefined : _data.Evaluate(scope);
        if (data.Kind != ValueKind.Array)
        {
            WriteItem(ref output, data.Kind == ValueKind.Undefined ? scope : scope.With(data));
        }
        else if (data.TryGetElement(out var element))
        {
            var index = 0;
            foreach (var item in element.EnumerateArray()) WriteItem(ref output, scope.With(Value.Of(item), index++));
        }
        else
        {
            var current = scope.Data;
            foreach (var (index, item) in data.ToArray().Index())
            {
                // Where an element is nothing, the reference stays with the one before.
                if (item.Kind != ValueKind.Undefined) current = item;
                WriteItem(ref output, scope.With(current, index));
            }
        }
    }

    private bool Holds(in Scope scope) => _when is null || _when.Holds(scope);

    private void WriteItem(ref JsonOutput output, in Scope scope)
    {
        if (!Holds(scope)) return;
        output.Separate();
        Write(ref output, scope);
    }

    private void WriteList(ref JsonOutput output, List<Scope> scopes)
    {
        output.Raw("["u8);
        foreach (var scope in scopes)
        {
            output.Separate();
            Write(ref output, scope);
        }

        output.Raw("]"u8);
    }

    private List<Scope> Repetition(in Value data, in Scope scope)
    {
        var scopes = new List<Scope>();
        var current = scope.Data;
        foreach (var (index, item) in data.ToArray().Index())
        {
            // Where an element is nothing, the reference stays with the one before.
            if (item.Kind != ValueKind.Undefined) current = item;
            var inner = scope.With(current, index);
            if (Holds(inner)) scopes.Add(inner);
        }

        return scopes;
    }

    private void Write(ref JsonOutput output, in Scope scope)
    {
        output.Raw("{"u8);
        foreach (var run in _runs)
        {
            if (run.Node is null)
            {
                output.Separate();
                output.Raw(run.Json);
            }
            else
            {
                run.Node.WriteProperty(run.Json, ref output, scope);
            }
        }

        output.Raw("}"u8);
    }

    // Neighbouring members that never change are joined to one run of bytes.
    private static IEnumerable<Run> Runs(IEnumerable<Member> members)
    {
        var pending = new List<Member>();
        foreach (var member in members)
        {
            if (member.Node.IsStatic)
            {
                pending.Add(member);
                continue;
            }

            if (pending.Count > 0) yield return Joined(pending);
            pending.Clear();
            yield return new(NameBytes(member), member.Node);
        }

        if (pending.Count > 0) yield return Joined(pending);
    }

    private static Run Joined(List<Member> members) => new(
        JsonBytes.Of((ref JsonOutput output) =>
        {
            foreach (var member in members) member.Node.WriteProperty(NameBytes(member), ref output, default);
        }),
        null);

    private static byte[] NameBytes(Member member) => JsonBytes.Of((ref JsonOutput output) =>
    {
        output.Text(member.Name);
        output.Raw(":"u8);
    });

    /// <summary>A dynamic member and its name, or static members as they will stand in the card.</summary>
    private readonly record struct Run(byte[] Json, Node? Node);
}
