using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A bulk upload that is refused as a whole leaves a reason behind, and nothing else.</summary>
public sealed class RefusedBulkUploadTests(BulkFixture fixture) : IClassFixture<BulkFixture>
{
    [Theory]
    [InlineData("candidate")]
    [InlineData("service")]
    public async Task Only_recruiters_and_admins_upload_many(string role)
    {
        using var user = await fixture.SignInAsync(role);
        Problem.AssertIs(await user.UploadManyAsync([SampleResumes.Text(Person.Next())]), HttpStatusCode.Forbidden, "forbidden");
        AssertNothingIsKept();
    }

    [Fact]
    public async Task Too_many_files_are_refused_by_the_limit_whether_loose_or_packed()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var files = Enumerable.Range(0, BulkFixture.MaxFiles + 1).Select(number => SampleResumes.Text(Person.Next(), $"{number}.txt")).ToArray();
        await AssertTooLargeAsync(recruiter, "30 files", files);
        await AssertTooLargeAsync(recruiter, "30 files", files[0], new SampleFile("rest.zip", "application/zip", Archives.Of(files[1..])));

        var taken = await recruiter.UploadManyAsync(files[1..]);
        Assert.Equal(BulkFixture.MaxFiles, taken.Json.Number("total_files"));
        await recruiter.EndOfBatchAsync(taken.Json.Id("batch_id"));
    }

    [Fact]
    public async Task Too_many_bytes_are_refused_by_the_limit_announced_or_not()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var file = new SampleFile("large.txt", "text/plain", [.. Enumerable.Repeat((byte)'a', 9 << 20)]);
        await AssertTooLargeAsync(recruiter, "16 MB", SampleResumes.Text(Person.Next()), file, file);

        var announced = new ByteArrayContent(new byte[1_000]);
        announced.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={RawForm.Boundary}");
        announced.Headers.ContentLength = 60L << 20;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Server.Address, "/api/resumes/bulk-upload")) { Content = announced };
        request.Headers.Authorization = new("Bearer", recruiter.Token);
        request.Headers.ExpectContinue = true;
        using var http = new HttpClient();
        using var refused = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        AssertNothingIsKept();
    }

    [Theory]
    [InlineData("name=\"files\"; filename=\"my \"best\" cv.txt\"", "Quotation marks")]
    [InlineData("name=\"files\"", "without its name")]
    [InlineData("name=\"files\"; filename=\"\"", "without its name")]
    public async Task No_file_is_dropped_without_a_word_because_of_how_it_is_named(string disposition, string reason)
    {
        using var recruiter = await fixture.RecruiterAsync();
        var answer = await recruiter.SendAsync(
            HttpMethod.Post,
            "/api/resumes/bulk-upload",
            RawForm.Of(RawForm.FilePart("name=\"files\"; filename=\"cv.txt\""), RawForm.FilePart(disposition)));

        Problem.AssertNames(answer, "files");
        Assert.Contains(reason, answer.Json.Field("errors").Items("files")[0].GetString(), StringComparison.Ordinal);
        AssertNothingIsKept();
    }

    [Fact]
    public async Task One_file_that_is_too_large_is_refused_by_itself()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var files = (await recruiter.UploadManyAsync([BadFiles.TooLarge, SampleResumes.Text(Person.Next())])).Json.Items("files");

        Assert.Equal("The file is larger than 10 MB.", files[0].Text("error"));
        Assert.True(files[1].IsNull("error"));
    }

    [Fact]
    public async Task A_form_without_files_or_with_files_elsewhere_is_refused()
    {
        await AssertFormIsRefusedAsync(
            RawForm.Of(),
            RawForm.Of(RawForm.FilePart("name=\"note\"", "hello")),
            RawForm.Of(RawForm.FilePart("name=\"files\"; filename=\"\"", "")),
            RawForm.Of(RawForm.FilePart("name=\"resumes\"; filename=\"resume.txt\"")));
    }

    [Fact]
    public async Task A_malformed_form_is_refused_and_what_came_before_is_not_kept()
    {
        var file = RawForm.FilePart("name=\"files\"; filename=\"resume.txt\"");
        await AssertFormIsRefusedAsync(
            RawForm.OfRaw(""),
            RawForm.OfRaw(file + file),
            RawForm.OfRaw(file + file + "--the-bound"),
            RawForm.Of(file, RawForm.Part("this is no header", "text")),
            RawForm.Of(file, RawForm.Part("X-Long: " + new string('x', 100_000), "text")),
            RawForm.OfRaw("{}", "application/json"),
            RawForm.OfRaw(file, "multipart/form-data"));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var before = fixture.Server.Data.Files("resumes").Count;
        var breaking = new TaskCompletionSource();
        var upload = recruiter.SendAsync(
            HttpMethod.Post, "/api/resumes/bulk-upload", new BrokenOffContent(breaking.Task, RawForm.FilePart("name=\"files\"; filename=\"first.txt\"")));
        await Eventually.TrueAsync(() => fixture.Server.Data.Files("resumes").Count == before + 2);
        breaking.SetResult();

        await Assert.ThrowsAsync<HttpRequestException>(() => upload);
        await Eventually.TrueAsync(() => fixture.Server.Data.Files("resumes").Count == before);
        Assert.Empty((await recruiter.GetAsync("/api/resumes/batches")).Json.Items("batches"));
        Assert.Empty(await recruiter.NotificationsAsync());
    }

    [Fact]
    public async Task A_zip_archive_as_a_single_upload_is_told_where_to_go()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var zip = new SampleFile("team.zip", "application/zip", Archives.Of(SampleResumes.Text(Person.Next())));
        var answer = await recruiter.UploadAsync(zip);

        Problem.AssertIs(answer, HttpStatusCode.UnsupportedMediaType, "unsupported_file");
        Assert.Contains("bulk upload", answer.Json.Text("detail"), StringComparison.Ordinal);
    }

    private async Task AssertTooLargeAsync(TestUser user, string limit, params SampleFile[] files)
    {
        var before = fixture.Server.Data.Files("resumes").Count;
        var answer = await user.UploadManyAsync(files);
        Problem.AssertIs(answer, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Assert.Contains(limit, answer.Json.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("files", answer.Json.Field("errors").Names());
        Assert.Equal(before, fixture.Server.Data.Files("resumes").Count);
    }

    private async Task AssertFormIsRefusedAsync(params HttpContent[] forms)
    {
        using var recruiter = await fixture.RecruiterAsync();
        foreach (var form in forms)
            Problem.AssertNames(await recruiter.SendAsync(HttpMethod.Post, "/api/resumes/bulk-upload", form), "files");
        Assert.Empty((await recruiter.GetAsync("/api/resumes/batches")).Json.Items("batches"));
        AssertNothingIsKept();
    }

    private void AssertNothingIsKept() => Assert.Empty(fixture.Server.Data.Files(Path.Combine("resumes", "incoming")));
}
