using System.Net;
using System.Text;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>What is refused or fails leaves a reason behind, and nothing else.</summary>
public sealed class RefusedUploadTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { nameof(BadFiles.TruncatedPdf), "damaged" },
        { nameof(BadFiles.EncryptedPdf), "password" },
        { nameof(BadFiles.ZipBomb), "expands" },
        { nameof(BadFiles.Nobody), "No name" },
    };

    public static TheoryData<string, int, string> Unsupported => new()
    {
        { nameof(BadFiles.Empty), 415, "empty" },
        { nameof(BadFiles.TextNamedPdf), 415, ".pdf" },
        { nameof(BadFiles.OldWord), 415, "old Word format" },
        { nameof(BadFiles.Image), 415, "image" },
        { nameof(BadFiles.TooLarge), 413, "10 MB" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_document_that_cannot_be_read_fails_with_the_reason(string file, string reason)
    {
        using var recruiter = await fixture.RecruiterAsync();
        await using var socket = await recruiter.ConnectAsync();
        var before = StoredFiles();
        var id = await recruiter.UploadedAsync(FileOf(file));
        var status = await recruiter.EndOfImportAsync(id);

        Assert.Equal("failed", status.Text("status"));
        Assert.Contains(reason, status.Text("error_message"), StringComparison.Ordinal);
        Assert.InRange(status.Number("progress_percentage"), 10, 90);
        Assert.False(status.IsNull("processing_completed_at"));
        await socket.AskAsync(new { type = "watch_resume", resume_id = id }, "watching");
        var snapshot = (await socket.NextAsync("resume_progress")).Field("data");
        Assert.Equal(("failed", status.Text("error_message")), (snapshot.Text("status"), snapshot.Text("error")));
        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/{id}/data"), HttpStatusCode.Conflict, "conflict");

        await AssertNothingCameOfItAsync(recruiter);
        // The document itself is kept for its uploader to look at, and only that.
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/api/resumes/{id}/download")).Status);
        Assert.Single(StoredFiles().Except(before));
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task A_file_that_is_no_resume_is_refused_at_the_door(string file, int status, string reason)
    {
        using var recruiter = await fixture.RecruiterAsync();
        var before = StoredFiles();
        var answer = await recruiter.UploadAsync(FileOf(file));

        Problem.AssertIs(answer, (HttpStatusCode)status, status == 413 ? "too_large" : "unsupported_file");
        Assert.Contains(reason, answer.Json.Text("detail"), StringComparison.Ordinal);
        await AssertNothingCameOfItAsync(recruiter);
        Assert.Equal(before, StoredFiles());
    }

    [Theory]
    [InlineData("recruiter", "candidate_upload")]
    [InlineData("recruiter", "bulk_upload")]
    [InlineData("recruiter", "gossip")]
    [InlineData("candidate", "recruiter_upload")]
    public async Task A_source_that_is_not_the_users_is_refused(string role, string source)
    {
        using var user = await fixture.SignInAsync(role);
        var before = StoredFiles();
        Problem.AssertNames(await user.UploadAsync(SampleResumes.Text(Person.Next()), source), "source");
        Assert.Equal(before, StoredFiles());
    }

    [Fact]
    public async Task Without_a_role_nothing_is_taken_in()
    {
        using var user = await fixture.SignInAsync();
        var before = StoredFiles();
        Problem.AssertIs(await user.UploadAsync(SampleResumes.Text(Person.Next())), HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(before, StoredFiles());
    }

    [Fact]
    public async Task A_form_without_one_file_in_its_field_is_refused()
    {
        var file = RawForm.FilePart("name=\"file\"; filename=\"resume.txt\"");
        await AssertFormIsRefusedAsync(
            RawForm.Of(),
            RawForm.Of(RawForm.FilePart("name=\"source\"", "recruiter_upload")),
            RawForm.Of(RawForm.FilePart("name=\"file\"; filename=\"\"", "")),
            RawForm.Of(RawForm.FilePart("name=\"resume\"; filename=\"resume.txt\"")),
            RawForm.Of(file, file),
            RawForm.Of(file, RawForm.FilePart("name=\"files\"; filename=\"resume.txt\"")));
    }

    [Fact]
    public async Task A_malformed_form_is_refused()
    {
        var file = RawForm.FilePart("name=\"file\"; filename=\"resume.txt\"");
        await AssertFormIsRefusedAsync(
            RawForm.OfRaw(""),
            RawForm.OfRaw("no form at all"),
            RawForm.OfRaw(file),
            RawForm.OfRaw(file + "--the-bound"),
            RawForm.OfRaw("--other\r\n\r\n--other--\r\n"),
            RawForm.Of(RawForm.Part("this is no header", "text")),
            RawForm.Of(RawForm.Part("X-Long: " + new string('x', 100_000), "text")),
            RawForm.Of(RawForm.Part(string.Join("\r\n", Enumerable.Range(0, 100).Select(number => $"X-{number}: y")), "text")),
            RawForm.OfRaw("{}", "application/json"),
            RawForm.OfRaw("file=x", "application/x-www-form-urlencoded"),
            RawForm.OfRaw(file, "multipart/form-data"),
            RawForm.OfRaw(file, "multipart/form-data; boundary="),
            RawForm.OfRaw(file, "nonsense"));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var before = StoredFiles();
        var breaking = new TaskCompletionSource();
        var upload = recruiter.SendAsync(HttpMethod.Post, "/api/resumes/upload", new BrokenOffContent(breaking.Task));
        await Eventually.TrueAsync(() => IncomingFiles().Count == 1);
        breaking.SetResult();

        await Assert.ThrowsAsync<HttpRequestException>(() => upload);
        await Eventually.TrueAsync(() => IncomingFiles().Count == 0);
        Assert.Equal(before, StoredFiles());
        await AssertNothingCameOfItAsync(recruiter);
    }

    [Theory]
    [InlineData("name=\"file\"; filename=\"../../../etc/resume.txt\"", "resume.txt")]
    [InlineData("name=\"file\"; filename=\"/etc/passwd\"", "passwd")]
    [InlineData("name=\"file\"; filename=\"C:\\Users\\me\\resume.txt\"", "resume.txt")]
    [InlineData("name=\"file\"; filename=\"..\"", "resume")]
    [InlineData("name=\"file\"; filename*=UTF-8''re%00su%0A%1Bme%07.txt", "resume.txt")]
    [InlineData("name=\"file\"; filename*=UTF-8''gpj.%E2%80%AEtxt.txt", "gpj.txt.txt")]
    [InlineData("name=\"file\"; filename*=UTF-8''L%C3%A9a%20%E5%B1%A5%E6%AD%B4%E6%9B%B8.txt", "Léa 履歴書.txt")]
    public async Task A_file_name_is_cleaned_and_never_a_path(string disposition, string shown)
    {
        using var recruiter = await fixture.RecruiterAsync();
        var content = Encoding.UTF8.GetString(SampleResumes.Text(Person.Next()).Content);
        var answer = await recruiter.SendAsync(HttpMethod.Post, "/api/resumes/upload", RawForm.Of(RawForm.FilePart(disposition, content)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(shown, answer.Json.Text("filename"));
        await recruiter.EndOfImportAsync(answer.Json.Id("resume_id"));
        var download = await recruiter.GetAsync($"/api/resumes/{answer.Json.Id("resume_id")}/download");
        Assert.Contains("filename*=UTF-8''" + Uri.EscapeDataString(shown), download.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.All(StoredFiles(), file => Assert.Matches("^resumes[/\\\\][0-9a-f]{2}[/\\\\][0-9a-f]{32}$", file));
    }

    private static SampleFile FileOf(string name) => (SampleFile)typeof(BadFiles).GetProperty(name)!.GetValue(null)!;

    private static async Task AssertNothingCameOfItAsync(TestUser recruiter)
    {
        Assert.Empty((await recruiter.GetAsync("/api/resumes/candidates")).Json.Items());
        Assert.Empty(await recruiter.NotificationsAsync());
    }

    private async Task AssertFormIsRefusedAsync(params HttpContent[] forms)
    {
        using var recruiter = await fixture.RecruiterAsync();
        var before = StoredFiles();
        foreach (var form in forms)
            Problem.AssertNames(await recruiter.SendAsync(HttpMethod.Post, "/api/resumes/upload", form), "file");
        Assert.Equal(before, StoredFiles());
        Assert.Empty(IncomingFiles());
    }

    private IReadOnlyList<string> IncomingFiles() => fixture.Server.Data.Files(Path.Combine("resumes", "incoming"));

    private IReadOnlyList<string> StoredFiles() => fixture.Server.Data.Files("resumes");
}
