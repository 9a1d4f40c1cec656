using System.Net;
using HotGigs.Domain.Resumes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.WebApi.FunctionalTests.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Operations;

/// <summary>How the server is doing, for those who look after it.</summary>
public sealed class AdminStatusTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    [Theory]
    [InlineData("recruiter")]
    [InlineData("candidate")]
    [InlineData("service")]
    public async Task Nobody_but_an_admin_sees_it(string role)
    {
        using var user = await fixture.SignInAsync(role);
        Problem.AssertIs(await user.GetAsync("/api/admin/status"), HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Without_a_token_it_is_refused()
    {
        using var nobody = TestUser.WithToken(fixture.Server, "nobody", null);
        Problem.AssertIs(await nobody.GetAsync("/api/admin/status"), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task It_begins_with_the_start_of_the_server_whenever_one_looks()
    {
        using var admin = await fixture.AdminAsync();
        await using var socket = await admin.ConnectAsync();

        var status = (await admin.GetAsync("/api/admin/status")).Json;

        Assert.Equal((10, 10_000), (status.Number("sample_interval"), status.Number("max_count")));
        var first = status.Items("samples")[0];
        Assert.Equal(0, first.Number("connections"));
        Assert.True(first.Time("at") >= (await admin.GetAsync("/ws/status")).Json.Field("node").Time("started_at"));
    }

    [Fact]
    public async Task Imports_are_counted_while_they_wait_and_while_they_are_under_way()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        var gate = fixture.HoldAt(recruiter, ProcessingStep.RunningParser);
        for (var i = 0; i < 5; i++)
            await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));

        var (waiting, processing, _) = await Eventually.GetAsync(() => ImportsAsync(admin), imports => imports is (> 0, > 0, 0));
        Assert.Equal(5, waiting + processing);
        gate.SetResult();
        await Eventually.GetAsync(() => ImportsAsync(admin), imports => imports is (0, 0, 0));
    }

    private static async Task<(long Waiting, long Processing, long Failed)> ImportsAsync(TestUser admin)
    {
        var imports = (await admin.GetAsync("/api/admin/status")).Json.Field("imports");
        return (imports.Number("waiting"), imports.Number("processing"), imports.Number("failed"));
    }
}
