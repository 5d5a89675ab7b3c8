using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Cards;

/// <summary>Writes escaped text. It does not read, because what was escaped for a card must not come back as what a person typed.</summary>
public sealed class UserTextConverter : JsonConverter<UserText>
{
    public override UserText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("UserText is only written into cards; store the text that was typed as a string.");

    public override void Write(Utf8JsonWriter writer, UserText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(UserText.Escape(value.Text ?? ""));
}
