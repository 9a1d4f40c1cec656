using HotGigs.Tests.Shared;
using Microsoft.Playwright;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The system's Chromium, started once. Where there is none, the tests are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } executable)
            return;

        playwright = await Playwright.CreateAsync();
        // What is expected to come is waited for as long as elsewhere: a busy machine is no fault.
        Assertions.SetDefaultExpectTimeout((float)Eventually.Deadline.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser profile of its own, with nothing in it. Closing it closes its tabs.</summary>
    public Task<IBrowserContext> OpenAsync(Uri server, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, $"There is no Chromium at any of {string.Join(", ", Places)}.");
        return browser.NewContextAsync(new BrowserNewContextOptions(options ?? new BrowserNewContextOptions()) { BaseURL = server.ToString() });
    }
}
