using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework;

/// <summary>Keeps every line that was logged.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly List<(LogLevel Level, int Id, string Text)> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> Lines
    {
        get
        {
            lock (_gate) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this);

    /// <summary>Completes when that was logged which the test waits for.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<(LogLevel Level, int Id, string Text)>, bool> isSo)
    {
        while (true)
        {
            Task changed;
            lock (_gate) changed = _changed.Task;
            if (isSo(Lines)) return;
            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
    }

    private void Add(LogLevel level, int id, string text)
    {
        lock (_gate)
        {
            _lines.Add((level, id, text));
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Recorder(RecordedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(logLevel, eventId.Id, formatter(state, exception));
    }
}
