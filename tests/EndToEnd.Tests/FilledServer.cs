using System.Text.Json;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.EndToEnd.Tests;

/// <summary>A server on which people have worked: candidates, jobs, matches, shares, a Google Drive, notifications, imports, and a mail that nobody takes.</summary>
public sealed class FilledServer : RunningServer
{
    private readonly SmtpTestServer smtp = SmtpTestServer.Start();
    private GoogleServer? google;

    public Guid CandidateId { get; private set; }

    public Guid JobId { get; private set; }

    public Guid MatchId { get; private set; }

    /// <summary>A resume that another program works on, and never finishes.</summary>
    public Guid UnderWayId { get; } = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(google!.Settings)
    {
        ["Email:Host"] = "127.0.0.1",
        ["Email:Port"] = $"{smtp.Port}",
        ["Email:Security"] = "None",
        ["Email:FromAddress"] = "hello@hotgigs.example.com",
        ["Email:BaseAddress"] = "https://hotgigs.example.com",
    };

    public override async ValueTask InitializeAsync()
    {
        google = await GoogleServer.StartAsync();
        await base.InitializeAsync();
        using var recruiter = await TestUser.SignInAsync(this, "demo-recruiter", "recruiter");
        using var admin = await TestUser.SignInAsync(this, "demo-admin", "admin");
        using var other = await TestUser.SignInAsync(this, "demo-recruiter-2", "recruiter");

        smtp.Refuse = _ => "550 5.1.1 No such user";
        await Accepted(other.PutAsync("/api/notifications/preferences", new
        {
            types = new { candidate_shared = new { email = true }, match_found = new { in_app = false, email = false, browser = false } },
            email = new { mode = "immediate" },
        }));
        await PostJobAndFindMatchAsync(recruiter);
        await ConnectDriveAsync(recruiter);
        await recruiter.EndOfBatchAsync(await recruiter.UploadedManyAsync(Samples.Read("modern-sidebar-left.pdf"), Samples.Read("encrypted.pdf")));
        await Accepted(admin.PostAsync(
            "/api/resumes/admin/candidates/share",
            new { candidate_ids = new[] { CandidateId }, recruiter_ids = new[] { other.Id }, share_reason = "Fits your search", share_notes = "Call before Friday." }));
        await Accepted(admin.PostAsync("/api/rooms/recruiters/broadcast", new { title = "Maintenance", message = "Tonight at ten.", persist = true }));
        await ServiceEvents.AddCandidatesAsync(Address, recruiter.Id, 60);
        await ServiceEvents.ReportAsync(Address, "ai.hotgigs.resume.progressed", new
        {
            resume_id = UnderWayId, status = "processing", progress = 60, current_step = "Structuring extracted data", uploaded_by = recruiter.Id, filename = "portfolio.pdf",
        });
        await ServiceEvents.ReportAsync(Address, "ai.hotgigs.match.found", new
        {
            user_id = other.Id, match_id = MatchId, match_score = 91, job_title = "Staff Engineer", candidate_name = "Zoe Adler",
        });
        await Eventually.GetAsync(() => admin.GetAsync("/api/admin/emails?status=dead"), mails => mails.Json.Items("emails").Count > 0);
        var oldest = (await recruiter.NotificationsAsync())[^1];
        await Accepted(recruiter.PostAsync($"/api/notifications/{oldest.Id("id")}/archive"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (google is not null)
            await google.DisposeAsync();
        await smtp.DisposeAsync();
    }

    private async Task PostJobAndFindMatchAsync(TestUser recruiter)
    {
        var resumeId = await recruiter.UploadedAsync(Samples.Read("classic-single-column.pdf"));
        await recruiter.EndOfImportAsync(resumeId);
        var data = (await recruiter.GetAsync($"/api/resumes/{resumeId}/data")).Json;
        CandidateId = (await recruiter.GetAsync("/api/resumes/candidates")).Json.Items()[0].Id("candidate_id");
        await Accepted(recruiter.PutAsync($"/api/resumes/candidates/{CandidateId}/tags", new { tags = new[] { "senior", "remote" } }));
        var skills = data.Items("top_skills").Select(skill => skill.GetString()).Take(3).ToArray();
        var job = await Accepted(recruiter.PostAsync("/api/jobs", new
        {
            title = "Staff Engineer",
            company_name = "Acme",
            location = data.Text("location"),
            description = "Builds what others rely on.",
            required_skills = skills,
            preferred_skills = new[] { "Kubernetes" },
            years_of_experience = 2,
            education = "none",
        }));
        JobId = job.Id("job_id");
        var matches = await Eventually.GetAsync(
            () => recruiter.GetAsync($"/api/matching/jobs/{JobId}/matches"), answer => answer.Json.Items("matches").Count > 0);
        MatchId = matches.Json.Items("matches")[0].Id("match_id");
    }

    private async Task ConnectDriveAsync(TestUser recruiter)
    {
        var folder = google!.Drive.AddFolder();
        google.Drive.Add("junior-graduate.pdf", "application/pdf", await File.ReadAllBytesAsync(Samples.PathOf("junior-graduate.pdf")), folder);
        google.Drive.Add("scanned.pdf", "application/pdf", await File.ReadAllBytesAsync(Samples.PathOf("scanned.pdf")), folder);
        var back = await GoogleServer.ConsentAsync((await Accepted(recruiter.GetAsync("/api/google-drive/auth/url"))).Text("auth_url")!);
        await Accepted(recruiter.PostAsync($"/api/google-drive/auth/callback{back.Query}"));
        var sync = await Accepted(recruiter.PostAsync(
            "/api/google-drive/setup", new { folder_id = folder, folder_name = "Resumes", sync_frequency = "manual" }));
        await Accepted(recruiter.PostAsync($"/api/google-drive/syncs/{sync.Id("id")}/sync"));
        await Eventually.GetAsync(
            () => recruiter.NotificationsAsync("type=google_drive_sync_completed"), told => told.Count > 0);
    }

    private static async Task<JsonElement> Accepted(Task<Answer> request)
    {
        var answer = await request;
        Assert.True((int)answer.Status < 300, $"{answer}");
        return answer.Content.Length == 0 ? default : answer.Json;
    }
}
