using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The whole job without ever touching the mouse.</summary>
public sealed class KeyboardTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Admin = "demo-admin";

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_alone()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = new HotGigsPage(await browser.NewPageAsync());
        var focus = new Focus(page.Tab);
        await page.Tab.GotoAsync("/");
        await focus.TabToAsync(page.Tab.GetByTestId($"sign-in-{Admin}"));
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");

        await UploadAsync(page, focus);
        await ServiceEvents.AddCandidatesAsync(server.Address, Admin, 2);
        await Expect(page.Badge).ToHaveTextAsync("3");
        await ReadAndUndoAsync(page, focus);
        await ChooseAsync(page, focus);
        await focus.PressAsync("Escape");
        Assert.True(await Focus.IsOnAsync(page.Bell));
        await ShareAsync(page, focus);
    }

    private static async Task UploadAsync(HotGigsPage page, Focus focus)
    {
        await focus.TabToAsync(Button(page, "Choose files"));
        var chooser = await page.Tab.RunAndWaitForFileChooserAsync(() => page.Tab.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(Samples.PathOf("classic-single-column.pdf"));
        await Expect(page.UploadRow("classic-single-column.pdf")).ToHaveAttributeAsync("data-status", "completed");
    }

    private static async Task ReadAndUndoAsync(HotGigsPage page, Focus focus)
    {
        await focus.TabToAsync(page.Bell, backwards: true);
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(page.Notifications).ToHaveCountAsync(3);
        var links = page.Notifications.Locator(".hg-item-link");
        await focus.TabToAsync(links.First);
        await focus.PressAsync("PageDown");
        Assert.True(await Focus.IsOnAsync(page.Tab.GetByRole(AriaRole.Article).Nth(1)));
        await focus.PressAsync("End");
        Assert.True(await Focus.IsOnAsync(links.Last));
        await focus.PressAsync("Home");
        Assert.True(await Focus.IsOnAsync(links.First));

        await focus.TabToAsync(Tool(page, "Mark .* as read"));
        await focus.PressAsync("Enter");
        await Expect(page.Notifications.First).ToHaveAttributeAsync("data-unread", "false");

        await focus.TabToAsync(Tool(page, "Archive "));
        await focus.PressAsync("Enter");
        await Expect(page.Notifications).ToHaveCountAsync(2);
        await focus.PressAsync("Control+z");
        await Expect(page.Notifications).ToHaveCountAsync(3);
        Assert.True(await Focus.IsOnAsync(links.First));

        await focus.TabToAsync(Tool(page, "Delete "));
        await focus.PressAsync("Enter");
        await Expect(page.Notifications).ToHaveCountAsync(2);
        await focus.PressAsync("Control+End");
        Assert.True(await Focus.IsOnAsync(Button(page, "Undo")));
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(page.Notifications).ToHaveCountAsync(3);
        await Expect(links.First).ToBeFocusedAsync();
    }

    private static async Task ChooseAsync(HotGigsPage page, Focus focus)
    {
        var kind = page.Tab.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Kind" });
        await focus.PressAsync("Control+Home");
        Assert.True(await Focus.IsOnAsync(Button(page, "Not now")));
        await focus.PressAsync("Enter");
        await Expect(page.Tab.GetByRole(AriaRole.Dialog)).ToBeFocusedAsync();
        await focus.TabToAsync(kind);
        await page.Tab.Keyboard.TypeAsync("New");
        await Expect(kind).ToHaveValueAsync("candidate_added");
        await Expect(page.Notifications).ToHaveCountAsync(2);
        await page.Tab.Keyboard.PressAsync("Home");
        await Expect(kind).ToHaveValueAsync("");

        foreach (var (tab, count) in new[] { ("Archived", 0), ("Unread", 2), ("All", 3) })
        {
            await focus.TabToAsync(Button(page, tab), backwards: true);
            await focus.PressAsync("Enter");
            await Expect(page.Notifications).ToHaveCountAsync(count);
        }

        await focus.TabToAsync(page.Tab.GetByTestId("mark-all-read"), backwards: true);
        await focus.PressAsync("Enter");
        await Expect(page.Badge).ToHaveCountAsync(0);
    }

    private static async Task ShareAsync(HotGigsPage page, Focus focus)
    {
        await focus.TabToAsync(page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "View candidate" }));
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(Button(page, "Share")).ToBeVisibleAsync();
        await focus.TabToAsync(Button(page, "Share"));
        await page.Tab.Keyboard.PressAsync("Enter");
        var recruiter = page.Tab.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { NameRegex = new Regex("Ben Okafor") });
        await Expect(recruiter).ToBeVisibleAsync();
        await focus.TabToAsync(recruiter);
        await focus.PressAsync("Space");
        await focus.TabToAsync(page.Tab.GetByLabel("Reason"));
        await page.Tab.Keyboard.TypeAsync("Fits your search");
        await focus.TabToAsync(Button(page, "Share candidate"));
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(page.Tab.GetByTestId("share")).ToContainTextAsync("Fits your search");
        await Expect(Button(page, "Share")).ToBeFocusedAsync();
    }

    private static ILocator Button(HotGigsPage page, string name) =>
        page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>One of the buttons of the first notification.</summary>
    private static ILocator Tool(HotGigsPage page, string name) =>
        page.Notifications.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex($"^{name}") });
}
