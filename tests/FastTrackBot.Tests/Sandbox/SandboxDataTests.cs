using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Sandbox;

public sealed class SandboxDataTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-test-");
    private readonly SandboxData _data;
    private int _saves;

    public SandboxDataTests() => _data = new(_folder.FullName, NullLogger<SandboxData>.Instance);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_of_the_folder_replaces_the_built_in_one_and_is_read_again_when_it_changes()
    {
        Assert.Equal(6, _data.Rows("users")!.Count);
        Save("users", """[{"id":"1"}]""");
        Assert.Single(_data.Rows("users")!);
        Save("users", """{"value":[{"id":"1"},{"id":"2"}]}""");
        Assert.Equal(2, _data.Rows("users")!.Count);
        Assert.Equal(7, _data.Rows("directory/subscriptions")!.Count);
    }

    [Fact]
    public void A_collection_may_lie_in_a_folder_of_its_own()
    {
        Save("directory/subscriptions", "[]");

        Assert.Empty(_data.Rows("directory/subscriptions")!);
    }

    [Fact]
    public void A_file_in_the_middle_of_an_edit_changes_nothing()
    {
        Save("users", """[{"id":"1"}]""");
        Assert.Single(_data.Rows("users")!);
        Save("users", """[{"id":"1"},""");
        Assert.Single(_data.Rows("users")!);
    }

    [Fact]
    public void What_is_put_in_wins_over_the_file()
    {
        Save("users", """[{"id":"1"}]""");
        Assert.True(_data.Put("users", "[]"));
        Assert.Empty(_data.Rows("users")!);
    }

    [Fact]
    public void What_a_caller_does_to_its_copy_stays_there()
    {
        _data.Rows("users")!.Clear();

        Assert.Equal(6, _data.Rows("users")!.Count);
    }

    private void Save(string collection, string json)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, collection + ".json"));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, json);
        // Two saves within the file system's clock tick must still differ.
        file.LastWriteTimeUtc = new DateTime(2026, 11, 21, 8, 0, _saves++, DateTimeKind.Utc);
    }
}
