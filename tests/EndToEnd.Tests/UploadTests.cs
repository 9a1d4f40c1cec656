using System.Text.RegularExpressions;
using HotGigs.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The way of a file from this device to the server, over a network that is slow to a server that is killed meanwhile.</summary>
public sealed class UploadTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string FileName = "long.txt";

    [Fact]
    public async Task A_large_file_shows_how_much_was_sent_can_be_cancelled_and_is_sent_again_after_it_broke_off()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, FileName);
        await File.WriteAllTextAsync(path, $"Jane Roe\njane.roe@example.com\n{new string(' ', 3 << 20)}\nSkills\nC#");
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter");
        var row = page.UploadRow(FileName);
        var sent = row.GetByRole(AriaRole.Progressbar, new() { Name = $"Upload of {FileName}" });

        await using (await SlowNetwork.OfAsync(page.Tab))
        {
            await page.ChooseAsync(path);
            await Eventually.GetAsync(() => IsUnderWayAsync(sent), isUnderWay => isUnderWay);
            await row.GetByRole(AriaRole.Button, new() { Name = $"Cancel the upload of {FileName}" }).ClickAsync();
            await Expect(row).ToHaveCountAsync(0);

            await page.ChooseAsync(path);
            await Eventually.GetAsync(() => IsUnderWayAsync(sent), isUnderWay => isUnderWay);
            await server.KillAndRestartAsync(whileDown: () =>
                Expect(row.GetByRole(AriaRole.Alert)).ToContainTextAsync("The connection broke off at"));
        }

        await row.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(row).ToHaveAttributeAsync("data-resume-id", new Regex("."));
        // What was cancelled or broke off left nothing behind.
        await Expect(row).ToHaveAttributeAsync("data-status", "completed");
        await Expect(page.Notifications.Or(page.Badge)).ToHaveTextAsync("2");
    }

    private static async Task<bool> IsUnderWayAsync(ILocator sent) =>
        await sent.CountAsync() == 1 && await sent.EvaluateAsync<double>("bar => bar.value") is > 0 and < 100;

    /// <summary>A tab's network at some hundred kilobytes a second, until it is disposed.</summary>
    private sealed class SlowNetwork(ICDPSession session) : IAsyncDisposable
    {
        public static async Task<SlowNetwork> OfAsync(IPage tab)
        {
            var network = new SlowNetwork(await tab.Context.NewCDPSessionAsync(tab));
            await network.SetAsync(bytesPerSecond: 200_000);
            return network;
        }

        public async ValueTask DisposeAsync()
        {
            await SetAsync(bytesPerSecond: -1);
            await session.DetachAsync();
        }

        private Task SetAsync(int bytesPerSecond) => session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 0,
            ["downloadThroughput"] = -1,
            ["uploadThroughput"] = bytesPerSecond,
        });
    }
}
