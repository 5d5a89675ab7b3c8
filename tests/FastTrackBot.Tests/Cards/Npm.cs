using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace FastTrackBot.Tests.Cards;

/// <summary>Runs the scripts of tests/npm, which put questions to the reference implementations.</summary>
internal static class Npm
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "npm");

    /// <summary>One node process for all questions; an answer each, in their order.</summary>
    public static async Task<JsonElement[]> AskAsync(string script, IReadOnlyCollection<object> questions)
    {
        Install();
        var output = await RunAsync("node", script, questions.Select(question => JsonSerializer.Serialize(question)));
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(questions.Count, answers.Length);
        return answers;
    }

    // Test runs of several processes may find the packages missing at the same moment.
    private static void Install()
    {
        using var mutex = new Mutex(false, $"fasttrackbot-npm-{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Folder))[^32..]}");
        mutex.WaitOne();
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc) return;
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            RunAsync(npm, "ci --no-audit --no-fund", []).GetAwaiter().GetResult();
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static async Task<string> RunAsync(string program, string arguments, IEnumerable<string> lines)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        foreach (var line in lines) await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0) return await output;

        var reason = $"`{program} {arguments}` ended with {process.ExitCode}: {await errors}";
        if (program == "node") Assert.Fail(reason);
        RepositoryFiles.Unavailable(reason);
        return "";
    }

    private static Process Start(string program, string arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
        }
        catch (Win32Exception exception)
        {
            RepositoryFiles.Unavailable($"{program} cannot be started: {exception.Message}");
            throw;
        }
    }
}
