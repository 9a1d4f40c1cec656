using System.Net;
using System.Text;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Reading and deleting notifications by REST.</summary>
public sealed class NotificationChangeTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Reading_again_does_not_move_the_time_of_reading(string method)
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        var path = $"/api/notifications/{(await user.NotificationsAsync())[0].Id("id")}/read";

        var first = await user.SendAsync(new HttpMethod(method), path);
        var again = await user.SendAsync(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Text, again.Text);
        Assert.True(first.Json.Field("notification").Flag("is_read"));
        Assert.True(first.Json.Field("notification").Flag("is_seen"));
        Assert.Equal((2, 0, 0), Head(first));
    }

    [Fact]
    public async Task The_counts_follow()
    {
        using var user = await fixture.RecruiterAsync();
        await AssertCountAsync(user, 0);
        foreach (var _ in Enumerable.Range(0, 3))
            await ShareAsync(user);
        await AssertCountAsync(user, 3);
        var all = await user.NotificationsAsync();
        await user.PostAsync($"/api/notifications/{all[0].Id("id")}/read");
        await AssertCountAsync(user, 2);
        await user.DeleteAsync($"/api/notifications/{all[0].Id("id")}");
        await AssertCountAsync(user, 2);
        await user.DeleteAsync($"/api/notifications/{all[1].Id("id")}");
        await AssertCountAsync(user, 1);
        await user.PutAsync("/api/notifications/mark-all-read");
        await AssertCountAsync(user, 0);
    }

    [Theory]
    [InlineData("POST", "/api/notifications/read-all")]
    [InlineData("PUT", "/api/notifications/mark-all-read")]
    public async Task Reading_all_up_to_a_watermark_leaves_what_came_later(string method, string path)
    {
        using var user = await fixture.RecruiterAsync();
        foreach (var _ in Enumerable.Range(0, 4))
            await ShareAsync(user);

        var answer = await user.SendAsync(new HttpMethod(method), path, Json("""{ "up_to_seq": 3 }"""));
        Assert.Equal((5, 1, 1), Head(answer));
        Assert.Equal([4L], (await user.NotificationsAsync("unread_only=true")).Select(left => left.Number("seq")));
        Assert.Equal((5, 1, 1), Head(await user.SendAsync(new HttpMethod(method), path, Json("""{ "up_to_seq": 3 }"""))));
        Assert.Equal((6, 0, 0), Head(await user.SendAsync(new HttpMethod(method), path)));
    }

    [Fact]
    public async Task Reading_all_of_a_type_leaves_the_others()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null));

        Assert.Equal((3, 1, 1), Head(await user.PostAsync("/api/notifications/read-all", new { type = "match_found" })));
        Assert.Equal("candidate_shared", Assert.Single(await user.NotificationsAsync("unread_only=true")).Text("type"));
    }

    [Theory]
    [InlineData("""{ "up_to_seq": 2 }""", "up_to_seq")]
    [InlineData("""{ "up_to_seq": -1 }""", "up_to_seq")]
    [InlineData("""{ "up_to_seq": "1" }""", "up_to_seq")]
    [InlineData("""{ "up_to_seq": 1.5 }""", "up_to_seq")]
    [InlineData("""{ "up_to_seq": 99999999999999999999 }""", "up_to_seq")]
    [InlineData("""{ "type": 7 }""", "type")]
    [InlineData("""{ "type": "gossip" }""", "type")]
    public async Task A_wrong_body_names_the_field(string body, string field)
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        Problem.AssertNames(await user.PostAsync("/api/notifications/read-all", body), field);
        await AssertCountAsync(user, 1);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("read all")]
    [InlineData("[]")]
    [InlineData("""{ "up_to_seq": 1 } 2""")]
    [InlineData("""{ 'up_to_seq': 1 }""")]
    [InlineData("""{ "up_to_seq": 1, "up_to_seq": 2 }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public async Task A_body_that_is_no_JSON_object_is_malformed(string body)
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        Problem.AssertIs(await user.PostAsync("/api/notifications/read-all", body), HttpStatusCode.BadRequest, "malformed_json");
        await AssertCountAsync(user, 1);
    }

    [Theory]
    [InlineData("{ \"type\": \"\\ud800\" }")]
    [InlineData("{ \"type\": \"\u0001\" }")]
    public async Task Text_that_is_none_is_a_fault_of_the_client(string body)
    {
        using var user = await fixture.RecruiterAsync();
        var answer = await user.PostAsync("/api/notifications/read-all", body);
        Assert.True((int)answer.Status is 400 or 422, answer.ToString());
        var bytes = new ByteArrayContent([.. "{\"type\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        answer = await user.SendAsync(HttpMethod.Post, "/api/notifications/read-all", bytes);
        Assert.True((int)answer.Status is 400 or 422, answer.ToString());
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_can_be_deleted_again()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        var path = $"/api/notifications/{(await user.NotificationsAsync())[0].Id("id")}";

        Assert.Equal((2, 0, 0), Head(await user.DeleteAsync(path)));
        Assert.Empty(await user.NotificationsAsync());
        Assert.Equal((2, 0, 0), Head(await user.DeleteAsync(path)));
        Problem.AssertIs(await user.PostAsync($"{path}/read"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task The_notification_of_another_user_does_not_exist()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await ShareAsync(user);
        var before = (await user.GetAsync("/api/notifications")).Text;
        var id = (await user.NotificationsAsync())[0].Id("id");

        foreach (var path in (string[])[$"/api/notifications/{id}", $"/api/notifications/{Guid.CreateVersion7()}"])
        {
            Problem.AssertIs(await admin.PostAsync($"{path}/read"), HttpStatusCode.NotFound, "not_found");
            Problem.AssertIs(await admin.PutAsync($"{path}/read"), HttpStatusCode.NotFound, "not_found");
            Problem.AssertIs(await admin.DeleteAsync(path), HttpStatusCode.NotFound, "not_found");
        }

        Assert.Equal(before, (await user.GetAsync("/api/notifications")).Text);
    }

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("POST", "/api/nothing")]
    [InlineData("DELETE", "/api/notifications")]
    [InlineData("GET", "/api/notifications/unread-count/more")]
    [InlineData("POST", "/api/notifications/seventeen/read")]
    public async Task Where_there_is_nothing_the_answer_is_404_or_405(string method, string path)
    {
        using var user = await fixture.RecruiterAsync();
        var known = path == "/api/notifications";
        var answer = await user.SendAsync(new HttpMethod(method), path);
        Problem.AssertIs(answer, known ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("PATCH", "/api/notifications")]
    [InlineData("GET", "/api/notifications/read-all")]
    [InlineData("POST", "/api/notifications/mark-all-read")]
    [InlineData("GET", "/api/resumes/upload")]
    [InlineData("POST", "/ws/status")]
    public async Task A_method_that_an_address_does_not_take_is_405(string method, string path)
    {
        using var user = await fixture.RecruiterAsync();
        var answer = await user.SendAsync(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.NotEmpty(answer.Headers["Allow"]);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static (long Seq, long Unread, long Unseen) Head(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (answer.Json.Number("seq"), answer.Json.Number("unread_count"), answer.Json.Number("unseen_count"));
    }

    private static async Task AssertCountAsync(TestUser user, int expected)
    {
        var counts = (await user.GetAsync("/api/notifications/unread-count")).Json;
        Assert.Equal("count unseen_count", counts.Names());
        Assert.Equal((expected, expected), (counts.Number("count"), counts.Number("unseen_count")));
    }

    private Task<NotifyResult> ShareAsync(TestUser with) => fixture.SendAsync(
        new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Some Example", "Sam Sharer", null, null));
}
