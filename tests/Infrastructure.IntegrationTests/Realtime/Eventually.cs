namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Waits for what another thread will bring about, and which no frame tells.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not within 20 s: {what}");
            await Task.Yield();
        }
    }
}
