using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;
using static FastTrackBot.FastTrack.Assistance.StepTools;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Who asks, and where they are: organisation, contact, language, country and time zone.</summary>
internal sealed class OrganisationSteps(TurnContext turn)
{
    /// <summary>The name of the dialog of another capability: dialogs begin each other by name.</summary>
    private const string EligibilityDialog = "eligibility";

    public static Step Check() => new("check",
        state => new Prompt
        {
            Question = Text.Ask_Check,
            Explanation = Text.Explain_Check,
            Example = Text.Check_First,
            Fields = [Choice("check", Text.Label_Check, "first", [new Choice("first", Text.Check_First), new Choice("later", Text.Check_Later)])],
        },
        (state, answer) => answer["check"] switch
        {
            "first" => new StepResult<AssistanceState>(state, Begin: EligibilityDialog),
            "later" => state,
            _ => StepResult.NoSuchChoice(state, Text.Check_First),
        });

    public static Step Organisation() => new("organisation",
        state => new Prompt
        {
            Question = Text.Ask_Organisation,
            Explanation = Text.Explain_Organisation,
            Example = "Contoso; contoso.com",
            Fields =
            [
                new Field("organisation", FieldKind.Text, Text.Field_Organisation) { Value = state.Request.Organisation },
                new Field("domain", FieldKind.Text, Text.Field_Domain) { Value = state.Request.Domain, Placeholder = "contoso.com" },
            ],
        },
        (state, answer) =>
        {
            var organisation = FreeText.Name(answer["organisation"]);
            if (!organisation.Ok) return Refuse(state, organisation.Problem, Text.Field_Organisation);
            var domain = DomainName.Parse(answer["domain"]);
            return domain.Ok
                ? state.With(request => request with { Organisation = organisation.Value, Domain = domain.Value!.Ascii })
                : Refuse(state, domain.Problem, Text.Field_Domain);
        });

    public Step Contact() => new("contact",
        state => new Prompt
        {
            Question = Text.Ask_Contact,
            Explanation = Text.Explain_Contact,
            Example = "Ana Lee; ana@contoso.com; +1 425 555 0100",
            Fields =
            [
                new Field("name", FieldKind.Text, Text.Field_ContactName) { Value = state.Request.Contact.Name ?? turn.Sender.Name },
                new Field("email", FieldKind.Text, Text.Field_ContactEmail) { Value = state.Request.Contact.Email, Placeholder = "ana@contoso.com" },
                new Field("phone", FieldKind.Text, Text.Label_Phone) { Value = state.Request.Contact.Phone, IsRequired = false },
            ],
        },
        (state, answer) =>
        {
            var name = FreeText.Name(answer["name"]);
            if (!name.Ok) return Refuse(state, name.Problem, Text.Field_ContactName);
            var email = EmailAddress.Parse(answer["email"]);
            if (!email.Ok) return Refuse(state, email.Problem, Text.Field_ContactEmail);
            var phone = Optional(answer["phone"], PhoneNumber.Parse);
            return phone.Ok
                ? state.With(request => request with { Contact = new Contact(name.Value, email.Value, phone.Value) })
                : Refuse(state, phone.Problem, Text.Label_Phone);
        });

    public Step Language() => new("language",
        state => new Prompt
        {
            Question = Text.Ask_Language,
            Explanation = Text.Explain_Language,
            Example = SupportLanguages.All.First(language => language.Tag == "en").NativeName,
            Fields =
            [
                Choice("language", Text.Field_Language, state.Request.Language ?? SupportLanguages.Parse(turn.Culture.Name).Value?.Tag ?? "en",
                    SupportLanguages.All.Select(language => new Choice(language.Tag, TitleOf(language)))),
            ],
        },
        (state, answer) => SupportLanguages.Parse(answer["language"]) is { Ok: true, Value: { } language }
            ? state.With(request => request with { Language = language.Tag })
            : Refuse(state, Problem.Language));

    public Step Place() => new("place",
        state => new Prompt
        {
            Question = Text.Ask_Place,
            Explanation = Text.Explain_Place,
            Example = Text.Example_Place,
            Fields =
            [
                new Field("country", FieldKind.Text, Text.Field_Country) { Value = CountryOf(state) },
                new Field("zone", FieldKind.Text, Text.Field_TimeZone)
                {
                    Value = state.Request.TimeZone ?? TimeZones.Parse(turn.Activity.LocalTimezone ?? Client?.Timezone).Value,
                },
            ],
        },
        (state, answer) =>
        {
            var country = Countries.Parse(answer["country"]);
            if (!country.Ok) return Refuse(state, country.Problem, Text.Field_Country);
            var zone = TimeZones.Parse(answer["zone"]);
            return zone.Ok
                ? state.With(request => request with { Country = country.Value, TimeZone = zone.Value })
                : Refuse(state, zone.Problem, Text.Field_TimeZone);
        });

    private string? CountryOf(AssistanceState state) =>
        (state.Request.Country ?? Countries.Parse(Client?.Country).Value) is { } code ? Countries.NameOf(code, Culture) : null;

    private Platform.BotFramework.Schema.Entity? Client => turn.Activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo");

    private static string TitleOf(SupportLanguage language) =>
        string.Join(" · ", new[] { language.NativeName }
            .Concat(language.NativeName == Wording.Of(language, Culture) ? [] : [Wording.Of(language, Culture)])
            .Concat(Wording.NotesOf(language, Culture)));
}
