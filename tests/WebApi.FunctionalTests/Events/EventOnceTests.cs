using System.Text.Json.Nodes;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using static HotGigs.WebApi.FunctionalTests.Events.Producer;

namespace HotGigs.WebApi.FunctionalTests.Events;

/// <summary>An event is applied once per source and id, however often it comes.</summary>
public sealed class EventOnceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const int Rounds = 25;

    [Fact]
    public async Task Sent_again_it_is_a_duplicate_and_changes_nothing()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var one = Ended(rosa);

        AssertApplied(await program.ReportAsync(one), 1);
        AssertApplied(await program.ReportAsync(one), 0, 1);
        AssertApplied(await program.ReportAsync(one, Ended(rosa)), 1, 1);

        Assert.Equal(2, (await rosa.NotificationsAsync()).Count);
    }

    [Fact]
    public async Task Twice_in_one_batch_it_is_applied_once()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var one = Ended(rosa);

        AssertApplied(await program.ReportAsync(one, one, Ended(rosa)), 2, 1);

        Assert.Equal(2, (await rosa.NotificationsAsync()).Count);
    }

    [Fact]
    public async Task The_same_id_of_another_source_is_another_event()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var one = Ended(rosa);

        AssertApplied(await program.ReportAsync(one, one.With("source", "urn:test:other")), 2);

        Assert.Equal(2, (await rosa.NotificationsAsync()).Count);
    }

    [Fact]
    public async Task Sent_several_times_at_the_same_moment_one_of_them_counts()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();

        await RaceAsync(rosa, [program, program, program]);
    }

    [Fact]
    public async Task Sent_to_two_servers_at_the_same_moment_one_of_them_counts()
    {
        await using var first = await HotGigsServer.StartAsync();
        await using var second = await HotGigsServer.StartAsync(new Dictionary<string, string?> { ["Data:Folder"] = first.Data.Path });
        using var atFirst = await TestUser.SignInAsync(first, "program", "service");
        using var atSecond = await TestUser.SignInAsync(second, "program", "service");
        using var rosa = await TestUser.SignInAsync(first, "rosa", "recruiter");

        await RaceAsync(rosa, [atFirst, atSecond]);
    }

    [Fact]
    public async Task A_hundred_events_may_come_at_once()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        JsonObject[] events = [.. Enumerable.Range(0, 100).Select(_ => Ended(rosa))];

        AssertApplied(await program.ReportAsync(events), 100);
        AssertApplied(await program.ReportAsync(events), 0, 100);

        Assert.Equal(100, (await rosa.GetAsync("/api/notifications/unread-count")).Json.GetProperty("count").GetInt32());
    }

    private static async Task RaceAsync(TestUser rosa, IReadOnlyList<TestUser> programs)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            JsonObject[] events = [Ended(rosa), Ended(rosa)];
            var answers = await Task.WhenAll(programs.Select(program => Task.Run(() => program.ReportAsync(events))));

            Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.Status));
            Assert.Equal(2, answers.Sum(answer => answer.Json.GetProperty("accepted").GetInt32()));
            Assert.Equal(2 * (programs.Count - 1), answers.Sum(answer => answer.Json.GetProperty("duplicates").GetInt32()));
            Assert.Equal(2 * round, (await rosa.GetAsync("/api/notifications/unread-count")).Json.GetProperty("count").GetInt32());
        }
    }

    private static JsonObject Ended(TestUser user) => Event(
        "bulk_upload.completed", new { user_id = user.Id, batch_id = Guid.CreateVersion7(), total_files = 2, successful = 2, failed = 0 });
}
