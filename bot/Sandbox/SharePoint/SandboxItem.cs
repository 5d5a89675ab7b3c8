using System.Globalization;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.SharePoint;

/// <summary>An item of a list; each change makes a version.</summary>
internal sealed class SandboxItem(string id, TimeProvider time)
{
    private readonly string _guid = Guid.NewGuid().ToString();
    private readonly string _created = SandboxApplication.Now(time);
    private readonly JsonObject _fields = [];
    private string _modified = "";
    private int _version;

    public string Id => id;

    public string ETag => $"\"{_guid},{_version.ToString(CultureInfo.InvariantCulture)}\"";

    public string? Text(string column) => _fields[column]?.ToString();

    public void Change(JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            // An emptied column is left out of answers.
            if (value is null)
                _fields.Remove(name);
            else
                _fields[name] = value.DeepClone();
        }

        _version++;
        _modified = SandboxApplication.Now(time);
    }

    public JsonObject ToJson(string listUrl, bool withFields)
    {
        var json = new JsonObject
        {
            ["@odata.etag"] = ETag,
            ["createdDateTime"] = _created,
            ["eTag"] = ETag,
            ["id"] = id,
            ["lastModifiedDateTime"] = _modified,
            ["webUrl"] = $"{listUrl}/{id}_.000",
            ["createdBy"] = SandboxApplication.Itself,
            ["lastModifiedBy"] = SandboxApplication.Itself,
            ["contentType"] = new JsonObject { ["id"] = "0x0100A1B2C3D4E5F60718293A4B5C6D7E8F90", ["name"] = "Item" },
        };
        if (withFields)
            json["fields"] = FieldsJson();
        return json;
    }

    public JsonObject FieldsJson()
    {
        var json = new JsonObject { ["@odata.etag"] = ETag };
        foreach (var (name, value) in _fields)
            json[name] = value!.DeepClone();
        json["id"] = id;
        json["ContentType"] = "Item";
        json["Created"] = _created;
        json["Modified"] = _modified;
        json["_UIVersionString"] = $"{_version.ToString(CultureInfo.InvariantCulture)}.0";
        json["Attachments"] = false;
        return json;
    }
}
