using System.Net;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>Connecting a Drive: a consent counts for the one who was sent to give it, once.</summary>
public sealed class ConnectTests(DriveFixture fixture) : IClassFixture<DriveFixture>
{
    [Fact]
    public async Task A_user_is_sent_to_Google_with_all_that_a_lasting_and_safe_grant_takes()
    {
        using var user = await fixture.RecruiterAsync();

        var answer = (await user.GetAsync("/api/google-drive/auth/url")).Json;

        var sent = QueryHelpers.ParseQuery(new Uri(answer.Text("auth_url")!).Query);
        Assert.Equal(answer.Text("state"), sent["state"]);
        Assert.Equal("S256 code offline consent", $"{sent["code_challenge_method"]} {sent["response_type"]} {sent["access_type"]} {sent["prompt"]}");
        Assert.Equal("https://www.googleapis.com/auth/drive.readonly", sent["scope"]);
        Assert.Equal(fixture.Google.Client.RedirectUri, sent["redirect_uri"]);
        Assert.NotEqual(answer.Text("state"), (await user.GetAsync("/api/google-drive/auth/url")).Json.Text("state"));
    }

    [Fact]
    public async Task Who_consents_is_connected_and_who_disconnects_takes_the_grant_back()
    {
        using var user = await fixture.RecruiterAsync();
        Assert.False((await user.GetAsync("/api/google-drive/status")).Json.Flag("connected"));
        var grants = fixture.Google.Grants.Count;

        await DriveFixture.ConnectAsync(user);

        var status = (await user.GetAsync("/api/google-drive/status")).Json;
        Assert.Equal((true, "someone@drive.example"), (status.Flag("connected"), status.Text("email")));
        Assert.Equal(grants + 1, fixture.Google.Grants.Count);
        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync("/api/google-drive/connection")).Status);
        Assert.False((await user.GetAsync("/api/google-drive/status")).Json.Flag("connected"));
        Assert.Equal(grants, fixture.Google.Grants.Count);
        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync("/api/google-drive/connection")).Status);
    }

    [Fact]
    public async Task Code_and_state_may_also_come_in_the_body()
    {
        using var user = await fixture.AdminAsync();
        var back = await DriveFixture.ConsentAsync(user);

        var answer = await user.PostAsync(
            "/api/google-drive/auth/callback", new { code = DriveFixture.Query(back, "code"), state = DriveFixture.Query(back, "state") });

        Assert.True(answer.Json.Flag("connected"), $"{answer}");
    }

    [Fact]
    public async Task A_client_that_sends_the_code_alone_is_connected_by_the_consent_it_asked_for_last()
    {
        using var user = await fixture.RecruiterAsync();
        var earlier = await DriveFixture.ConsentAsync(user);
        var back = await DriveFixture.ConsentAsync(user);

        var answer = await user.PostAsync($"/api/google-drive/auth/callback?code={DriveFixture.Query(back, "code")}");

        Assert.True(answer.Json.Flag("connected"), $"{answer}");
        using var other = await fixture.RecruiterAsync();
        await other.GetAsync("/api/google-drive/auth/url");
        // The code of somebody else's consent does not fit the secret that was made for this one.
        Problem.AssertNames(await other.PostAsync($"/api/google-drive/auth/callback?code={DriveFixture.Query(earlier, "code")}"), "code");
    }

    [Fact]
    public async Task Where_old_clients_are_gone_a_code_without_its_state_can_be_refused()
    {
        await using var server = await HotGigsServer.StartAsync(
            new Dictionary<string, string?>(DriveFixture.Hasty.Concat(fixture.Google.Settings)) { ["GoogleDrive:AllowMissingState"] = "false" });
        using var user = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        var back = await DriveFixture.ConsentAsync(user);

        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback?code={DriveFixture.Query(back, "code")}"), "state");

        Assert.True((await user.PostAsync($"/api/google-drive/auth/callback{back.Query}")).Json.Flag("connected"));
    }

    [Fact]
    public async Task A_state_that_is_made_up_or_used_or_somebody_elses_is_refused()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        var back = await DriveFixture.ConsentAsync(user);
        var code = DriveFixture.Query(back, "code");

        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback?code={code}&state=made-up"), "state");
        Problem.AssertNames(await other.PostAsync($"/api/google-drive/auth/callback{back.Query}"), "state");
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"/api/google-drive/auth/callback{back.Query}")).Status);
        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback{back.Query}"), "state");
    }

    [Fact]
    public async Task A_state_that_comes_back_many_times_at_once_connects_once()
    {
        using var user = await fixture.RecruiterAsync();
        var back = await DriveFixture.ConsentAsync(user);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => user.PostAsync($"/api/google-drive/auth/callback{back.Query}")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Problem.AssertNames(answer, "state"));
    }

    [Fact]
    public async Task What_Google_refuses_is_told_at_the_code()
    {
        using var user = await fixture.RecruiterAsync();
        var denied = await DriveFixture.ConsentAsync(user, isGranted: false);
        var state = DriveFixture.Query(denied, "state");
        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback{denied.Query}"), "code");
        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback?code=late&state={state}"), "state");

        var back = await DriveFixture.ConsentAsync(user);
        Problem.AssertNames(await user.PostAsync($"/api/google-drive/auth/callback?code=wrong&state={DriveFixture.Query(back, "state")}"), "code");
        Problem.AssertNames(await user.PostAsync("/api/google-drive/auth/callback"), "code");
    }

    [Fact]
    public async Task Who_comes_back_while_Google_is_down_can_try_again_with_what_they_have()
    {
        using var user = await fixture.RecruiterAsync();
        var back = await DriveFixture.ConsentAsync(user);
        fixture.Google.Trouble = request => Task.FromResult(request.Path == "/token" ? new Trouble(503) : null);

        Problem.AssertIs(await user.PostAsync($"/api/google-drive/auth/callback{back.Query}"), HttpStatusCode.ServiceUnavailable, "unavailable");
        fixture.Google.Trouble = _ => Task.FromResult<Trouble?>(null);
        var answer = await user.PostAsync($"/api/google-drive/auth/callback{back.Query}");

        Assert.True(answer.Json.Flag("connected"), $"{answer}");
    }

    [Fact]
    public async Task Candidates_and_services_have_no_Drive()
    {
        using var candidate = await fixture.CandidateAsync();
        using var service = await fixture.SignInAsync("service");
        using var nobody = TestUser.WithToken(fixture.Server, "", null);

        Problem.AssertIs(await candidate.GetAsync("/api/google-drive/auth/url"), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertIs(await service.GetAsync("/api/google-drive/syncs"), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertIs(await nobody.GetAsync("/api/google-drive/status"), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Where_no_client_is_set_the_answer_names_the_setting()
    {
        await using var server = await HotGigsServer.StartAsync();
        using var user = await TestUser.SignInAsync(server, "recruiter", "recruiter");

        foreach (var path in (string[])["auth/url", "status", "syncs"])
        {
            var answer = await user.GetAsync($"/api/google-drive/{path}");
            Problem.AssertIs(answer, HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.Contains("GoogleDrive:ClientId", answer.Json.Text("detail"), StringComparison.Ordinal);
        }
    }
}
