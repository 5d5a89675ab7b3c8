namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>A message that waits for its moment, until it comes or nobody wants it any more.</summary>
internal sealed class RateWaiter
{
    // The waiting must not go on inside the gate's lock.
    private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _cancellation;

    public RateWaiter(CancellationToken cancellationToken) =>
        _cancellation = cancellationToken.UnsafeRegister(static (waiter, token) => ((RateWaiter)waiter!)._source.TrySetCanceled(token), this);

    public Task Task => _source.Task;

    public bool IsOver => _source.Task.IsCompleted;

    /// <returns>False where it was given up before.</returns>
    public bool TryGo()
    {
        _cancellation.Unregister();
        return _source.TrySetResult();
    }

    public void Fail(Exception exception) => _source.TrySetException(exception);
}
