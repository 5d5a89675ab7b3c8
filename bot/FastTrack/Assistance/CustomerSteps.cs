using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using static FastTrackBot.FastTrack.Assistance.StepTools;
using Result = FastTrackBot.Platform.BotFramework.Dialogs.StepResult<FastTrackBot.FastTrack.Assistance.AssistanceState>;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Whom the request is for: one's own organisation, or a partner's customer, found by name, domain or TPID.</summary>
internal sealed class CustomerSteps(CustomerBook customers)
{
    private const string None = "none";

    public IEnumerable<Step> For(AssistanceState state)
    {
        if (!state.MayBePartner) yield break;
        yield return Who();
        if (state.ForCustomer is not true) yield break;
        yield return Search();
        if (state.Matches.Count > 0) yield return Pick();
        if (state.NewCustomer) yield return Describe();
    }

    private static Step Who() => new("who",
        state => new Prompt
        {
            Question = Text.Ask_Who,
            Explanation = Text.Explain_Who,
            Example = Text.Who_Own,
            Fields =
            [
                Choice("who", Text.Label_Who, state.ForCustomer is true ? "customer" : "own",
                    [new Choice("own", Text.Who_Own), new Choice("customer", Text.Who_Customer)]),
            ],
        },
        (state, answer) => answer["who"] switch
        {
            "own" => (state with { ForCustomer = false, Matches = [], NewCustomer = false }).With(ForOneself),
            "customer" => state with { ForCustomer = true },
            _ => StepResult.NoSuchChoice(state, Text.Who_Own),
        });

    private Step Search() => new("customer",
        state => new Prompt
        {
            Question = Text.Ask_Customer,
            Explanation = Text.Explain_Customer,
            Example = "fabrikam.com",
            Fields = [new Field("query", FieldKind.Text, Text.Label_Customer) { Value = state.Request.Customer?.Name }],
        },
        (state, answer) =>
        {
            if (answer["query"].Length == 0) return Refuse(state, Problem.Required);
            var matches = customers.Find(answer["query"]);
            return matches switch
            {
                [] => Describing(state with { Matches = [] }, answer["query"]),
                [{ Kind: CustomerMatchKind.Tpid or CustomerMatchKind.Domain or CustomerMatchKind.Name } sure] =>
                    Chosen(state with { Matches = [], NewCustomer = false }, sure.Customer),
                _ => state with { Matches = [.. matches.Select(match => match.Customer)], NewCustomer = false },
            };
        });

    private static Step Pick() => new("pick",
        state => new Prompt
        {
            Question = Text.Ask_Pick,
            Example = UserText.Escape(state.Matches[0].Name),
            Fields =
            [
                Choice("pick", Text.Label_Customer, Picked(state),
                    [
                        .. state.Matches.Select((customer, index) => new Choice(Match(index), Describe(customer))),
                        new Choice(None, Text.Pick_None),
                    ]),
            ],
        },
        (state, answer) =>
            answer["pick"] == None ? Describing(state, "")
            : Enumerable.Range(0, state.Matches.Count).FirstOrDefault(index => answer["pick"] == Match(index), -1) is >= 0 and var picked
                ? Chosen(state with { NewCustomer = false }, state.Matches[picked])
                : StepResult.NoSuchChoice(state, UserText.Escape(state.Matches[0].Name)));

    private static string Picked(AssistanceState state) => state.NewCustomer ? None
        : Match(Math.Max(0, state.Matches.ToList().IndexOf(state.Request.Customer ?? state.Matches[0])));

    /// <summary>No bare number: a typed 1 is the first of the list, not the one called 1.</summary>
    private static string Match(int index) => $"match{index}";

    private static Step Describe() => new("newCustomer",
        state => new Prompt
        {
            Question = Text.Ask_NewCustomer,
            Explanation = Text.Explain_NewCustomer,
            Example = "Fabrikam; fabrikam.com; 1234567",
            Fields =
            [
                new Field("name", FieldKind.Text, Text.Label_CustomerName) { Value = state.Request.Customer?.Name },
                new Field("domain", FieldKind.Text, Text.Label_Domain) { Value = state.Request.Customer?.Domain, Placeholder = "fabrikam.com" },
                new Field("tpid", FieldKind.Text, Text.Label_Tpid) { Value = state.Request.Customer?.Tpid, IsRequired = false },
            ],
        },
        (state, answer) =>
        {
            var name = FreeText.Name(answer["name"]);
            if (!name.Ok) return Refuse(state, name.Problem, Text.Label_CustomerName);
            var domain = DomainName.Parse(answer["domain"]);
            if (!domain.Ok) return Refuse(state, domain.Problem, Text.Label_Domain);
            var tpid = Optional(answer["tpid"], Tpid.Parse);
            return tpid.Ok ? Chosen(state, new Customer(name.Value!, domain.Value!.Ascii, tpid.Value)) : Refuse(state, tpid.Problem, Text.Label_Tpid);
        });

    private static Result Describing(AssistanceState state, string query) =>
        (state with { NewCustomer = true }).With(request => request with { Customer = query.Length == 0 ? null : Sketch(query) });

    /// <summary>What was searched for goes into the field that it looks like.</summary>
    private static Customer Sketch(string query) =>
        Tpid.Parse(query) is { Ok: true, Value: var tpid } ? new Customer("", Tpid: tpid)
        : DomainName.Parse(query) is { Ok: true, Value: { } domain } ? new Customer("", domain.Ascii)
        : new Customer(FreeText.Name(query).Value ?? "");

    /// <summary>What was a customer's is not one's own.</summary>
    private static AssistanceRequest ForOneself(AssistanceRequest request) =>
        request.Customer is null ? request : request with { Customer = null, Organisation = null, Domain = null };

    /// <summary>The organisation of the request is the customer's from here on.</summary>
    private static Result Chosen(AssistanceState state, Customer customer) =>
        state.With(request => request with { Customer = customer, Organisation = customer.Name, Domain = customer.Domain });

    private static string Describe(Customer customer) =>
        string.Join(" · ", new[] { customer.Name, customer.Domain, customer.Tpid is { } tpid ? $"TPID {tpid}" : null }.Where(part => part is not null));
}
