using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Notifications;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;
using HotGigs.WebApi.FunctionalTests.Emails;
using HotGigs.WebApi.FunctionalTests.Matching;

namespace HotGigs.WebApi.FunctionalTests.Contract;

/// <summary>
/// The names of all fields on the wire. What is here may be added to, and nothing may be taken away: HotGigs.ai's
/// front end and producers rely on it. See docs/protocol.md and docs/rest.md.
/// </summary>
public sealed class FieldsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Notification =
        "action_url actor changed_seq channels created_at data expires_at id is_archived is_read is_seen message read_at related seen_at seq title type";

    private const string Summary =
        "added_at candidate_id email full_name last_viewed_at location source tags title top_skills user_id years_of_experience";

    private const string Job =
        "company_name created_at description education job_id location posted_by preferred_skills required_skills status title years_of_experience";

    // job_status came later.
    private const string Match =
        "candidate_id candidate_location candidate_name candidate_title company_name created_at education_match_score experience_match_score job_id job_status job_title location_match_score match_explanation match_id match_score matching_skills missing_skills skill_match_score viewed_by_recruiter";

    private const string Feed = "epoch seq unread_count unseen_count";

    [Fact]
    public async Task Frames_have_these_fields()
    {
        var seen = await FramesOfAllKindsAsync();
        var expected = new Dictionary<string, string[]>
        {
            ["connected"] = ["connection_id epoch message ping_interval reconnect seq token_expires_in type unread_count user_id"],
            ["pong"] = ["epoch ref seq timestamp type unread_count", "epoch seq timestamp type unread_count"],
            ["watching"] = ["message ref resume_id type"],
            ["unwatched"] = ["message resume_id type"],
            ["joined_room"] = ["message room type"],
            ["left_room"] = ["message room type"],
            ["room_message"] = ["data room timestamp type"],
            ["presence"] = ["ref room type users", "room type users"],
            ["typing"] = ["is_typing room type user_id"],
            ["resume_progress"] = ["data resume_id timestamp type"],
            ["notification"] = ["channels data notification_type seq timestamp type unread_count"],
            ["notification_updated"] =
            [
                "changes seq type unread_count",
                "notification_type read_up_to_seq seq type unread_count",
                "notifications seq type unread_count",
                "read_up_to_seq seq type unread_count",
            ],
            ["notification_deleted"] = ["notification_ids seq type unread_count"],
            ["sync_result"] = ["deleted epoch more notifications recovered seq type unread_count"],
            ["receipt"] = ["delivered_at notification_id read_at recipient_id seen_at type"],
            ["token_expiring"] = ["expires_in type"],
            ["token_refreshed"] = ["token_expires_in type"],
            ["error"] = ["code message ref type", "code message type"],
        };

        var actual = seen.GroupBy(frame => frame.Text("type")!).ToDictionary(
            kind => kind.Key, kind => kind.Select(frame => frame.Names()).Distinct().Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, kind => Assert.Equal(kind.Value, actual[kind.Key]));

        Assert.All(OfType("resume_progress"), frame =>
            Assert.Equal("current_step error progress resume_id status", frame.Field("data").Names()));
        // name came later.
        Assert.All(OfType("presence"), frame =>
            Assert.All(frame.Items("users"), user => Assert.Equal("last_seen name status user_id", user.Names())));
        Assert.All(OfType("room_message"), frame => Assert.Equal("action_url message title until", frame.Field("data").Names()));
        Assert.All(OfType("connected"), frame => Assert.Equal("base_delay_ms max_attempts", frame.Field("reconnect").Names()));
        Assert.All(OfType("notification_updated").Where(frame => frame.Has("notifications")), frame =>
            Assert.Equal(Notification, Assert.Single(frame.Items("notifications")).Names()));
        Assert.All(seen.Where(frame => frame.Has("changes")), frame =>
            Assert.All(frame.Items("changes"), change => Assert.Equal("is_archived is_read is_seen notification_id", change.Names())));

        IEnumerable<JsonElement> OfType(string type) => seen.Where(frame => frame.Text("type") == type);
    }

    [Fact]
    public async Task Each_type_of_notification_has_this_payload_by_socket_and_by_REST()
    {
        const string Fixed = "action_url message notification_id notification_type title";
        var expected = new Dictionary<string, (string Title, string Path, string Payload)>
        {
            ["resume_completed"] = ("Resume Processing Complete", "/candidates/", "candidate_id candidate_name resume_id"),
            ["candidate_added"] = ("New Candidate Added", "/candidates/", "candidate_id candidate_name source"),
            ["candidate_shared"] = ("Candidate Shared With You", "/candidates/", "candidate_id candidate_name share_notes share_reason shared_by"),
            ["match_found"] = ("New Job Match Found", "/matches/", "candidate_name job_title match_id match_score"),
            ["bulk_upload_completed"] = ("Bulk Upload Complete", "/candidates?batch=", "batch_id failed successful total_files"),
            ["google_drive_sync_completed"] = ("Google Drive Sync Complete", "/google-drive?sync=", "folder_name new_files sync_id"),
            ["system_announcement"] = ("Tonight", "/news", "until"),
        };
        using var admin = await fixture.AdminAsync();
        await using var socket = await admin.ConnectAsync();
        await SendAllTypesAsync(admin);

        var listed = (await admin.NotificationsAsync()).ToDictionary(notification => notification.Text("type")!);
        var frames = (await socket.SettledAsync("notification")).ToDictionary(frame => frame.Text("notification_type")!);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var (type, (title, path, payload)) in expected)
        {
            Assert.Equal(Notification, listed[type].Names());
            Assert.Equal(payload, listed[type].Field("data").Names());
            Assert.Equal(title, listed[type].Text("title"));
            Assert.StartsWith(path, listed[type].Text("action_url"), StringComparison.Ordinal);
            var data = frames[type].Field("data");
            Assert.Equal(string.Join(' ', $"{Fixed} {payload}".Split(' ').Order(StringComparer.Ordinal)), data.Names());
            Assert.Equal((type, title), (data.Text("notification_type"), data.Text("title")));
            Assert.Equal(listed[type].Id("id"), data.Id("notification_id"));
        }
    }

    [Fact]
    public async Task Answers_have_these_fields()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var uploaded = (await recruiter.UploadAsync(SampleResumes.Text(Person.Next()))).Json;
        var status = await recruiter.EndOfImportAsync(uploaded.Id("resume_id"));
        using var service = await fixture.SignInAsync("service");
        using var admin = await fixture.AdminAsync();
        var notifications = await Eventually.GetAsync(() => recruiter.NotificationsAsync(), all => all.Count == 2);
        var first = $"/api/notifications/{notifications[0].Id("id")}";
        var resume = $"/api/resumes/{status.Id("resume_id")}";
        await CauseReadAsync(recruiter);
        var receipts = (await recruiter.GetAsync("/api/notifications/receipts")).Json;
        (string Expected, JsonElement Actual)[] answers =
        [
            ("filename message resume_id status", uploaded),
            // filename, uploaded_at and candidate_id came later.
            ("candidate_id current_step error_message filename processing_completed_at processing_started_at progress_percentage resume_id status uploaded_at", status),
            ("education email experience full_name location phone resume_id skills summary title top_skills total_experience_years",
                (await recruiter.GetAsync($"{resume}/data")).Json),
            (Summary, (await recruiter.GetAsync("/api/resumes/candidates")).Json.Items()[0]),
            // share came later.
            (Sorted($"{Summary} education experience phone professional_summary resume_id share skills"),
                (await recruiter.GetAsync($"/api/resumes/candidates/{status.Id("candidate_id")}")).Json),
            (Sorted($"{Feed} next_cursor notifications"), (await recruiter.GetAsync("/api/notifications")).Json),
            (Notification, notifications[0]),
            ("count unseen_count", (await recruiter.GetAsync("/api/notifications/unread-count")).Json),
            ("next_cursor receipts", receipts),
            ("created_at delivered_at notification_id read_at recipient_id seen_at type", receipts.Items("receipts")[0]),
            (Sorted($"{Feed} notification"), (await recruiter.PostAsync($"{first}/read")).Json),
            ("attempts caused_by decisions notification_id", (await recruiter.GetAsync($"{first}/trace")).Json),
            ("at delivery_channel outcome reason", (await recruiter.GetAsync($"{first}/trace")).Json.Items("decisions")[0]),
            ("email quiet_hours types", (await recruiter.GetAsync("/api/notifications/preferences")).Json),
            ("enabled end start time_zone", (await recruiter.GetAsync("/api/notifications/preferences")).Json.Field("quiet_hours")),
            ("delay_minutes digest_time mode", (await recruiter.GetAsync("/api/notifications/preferences")).Json.Field("email")),
            ("browser email in_app is_critical",
                (await recruiter.GetAsync("/api/notifications/preferences")).Json.Field("types").Field("match_found")),
            // changed came later.
            (Sorted($"changed {Feed}"), (await recruiter.PostAsync("/api/notifications/read-all")).Json),
            (Sorted($"{Feed} notification"), (await recruiter.PostAsync($"{first}/archive")).Json),
            (Sorted($"{Feed} notification"), (await recruiter.PostAsync($"{first}/unarchive")).Json),
            (Feed, (await recruiter.PostAsync("/api/notifications/bulk", new { action = "unread", ids = (Guid[])[notifications[0].Id("id")] })).Json),
            (Feed, (await recruiter.DeleteAsync(first)).Json),
            (Sorted($"{Feed} notification"), (await recruiter.PostAsync($"{first}/restore")).Json),
            // announcement_id came later.
            ("announcement_id recipients",
                (await service.PostAsync("/api/rooms/admins/broadcast", new { title = "Tonight", message = "Down.", persist = false })).Json),
            ("accepted duplicates", (await service.PostAsync("/api/events", "[]")).Json),
            ("active_connections status", (await recruiter.GetAsync("/ws/status")).Json),
            ("accepted closed draining id queued_bytes queued_frames rooms started_at uptime users watchers",
                (await admin.GetAsync("/ws/status")).Json.Field("node")),
            ("active_connections emails google_drive imports matching max_count node rooms sample_interval samples watched_resumes", (await admin.GetAsync("/api/admin/status")).Json),
            ("at connections queued_bytes queued_frames rooms sent_per_second users watchers",
                (await admin.GetAsync("/api/admin/status")).Json.Items("samples")[0]),
            ("failed processing waiting", (await admin.GetAsync("/api/admin/status")).Json.Field("imports")),
            ("processing waiting", (await admin.GetAsync("/api/admin/status")).Json.Field("matching")),
            ("processing waiting", (await admin.GetAsync("/api/admin/status")).Json.Field("google_drive")),
            ("dead outage pending sent skipped", (await admin.GetAsync("/api/admin/status")).Json.Field("emails")),
            ("code detail status title trace_id", (await recruiter.GetAsync("/api/nothing")).Json),
            ("code detail errors status title trace_id", (await recruiter.GetAsync("/api/notifications?limit=0")).Json),
            ("expires_in ticket", (await recruiter.PostAsync("/ws/ticket")).Json),
            ("expires_at token", (await recruiter.PostAsync("/dev/token", new { sub = "pinned" })).Json),
        ];

        Assert.All(answers, answer => Assert.Equal(answer.Expected, answer.Actual.Names()));
    }

    [Fact]
    public async Task Jobs_and_matches_have_these_fields()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        var job = (await recruiter.PostAsync("/api/jobs", Recruiting.Engineer())).Json;
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var match = await recruiter.MatchAsync(candidateId, job.Id("job_id"));
        (string Expected, JsonElement Actual)[] answers =
        [
            (Job, job),
            (Job, (await recruiter.GetAsync($"/api/jobs/{job.Id("job_id")}")).Json),
            (Job, (await recruiter.PutAsync($"/api/jobs/{job.Id("job_id")}", new { title = "Engineer" })).Json),
            ("jobs total", (await recruiter.GetAsync("/api/jobs")).Json),
            (Job, (await recruiter.GetAsync("/api/jobs")).Json.Items("jobs")[0]),
            ("matches top_match_score total_matches", (await recruiter.GetAsync($"/api/matching/candidates/{candidateId}/matches")).Json),
            ("matches top_match_score total_matches", (await recruiter.GetAsync($"/api/matching/jobs/{job.Id("job_id")}/matches")).Json),
            (Match, match),
            (Match, (await recruiter.GetAsync($"/api/matching/matches/{match.Id("match_id")}")).Json),
            (Match, (await recruiter.PutAsync($"/api/matching/matches/{match.Id("match_id")}/viewed")).Json),
            ("high_matches jobs medium_matches new_high_matches newest_high_matches scores top_match_score total_jobs total_matches",
                (await recruiter.GetAsync("/api/matching/overview")).Json),
            ("company_name created_at high_matches job_id job_status job_title medium_matches new_high_matches top_match_score total_matches",
                (await recruiter.GetAsync("/api/matching/overview")).Json.Items("jobs")[0]),
            ("count from to", (await recruiter.GetAsync("/api/matching/overview")).Json.Items("scores")[0]),
            (Match, (await recruiter.GetAsync("/api/matching/overview")).Json.Items("newest_high_matches")[0]),
            ("force queued", (await recruiter.PostAsync($"/api/matching/candidates/{candidateId}/rematch")).Json),
            ("high_matches match_rate medium_matches total_matches", (await recruiter.GetAsync($"/api/matching/stats/candidate/{candidateId}")).Json),
            ("high_matches match_rate medium_matches total_matches", (await recruiter.GetAsync($"/api/matching/stats/job/{job.Id("job_id")}")).Json),
        ];

        Assert.All(answers, answer => Assert.Equal(answer.Expected, answer.Actual.Names()));
        // The other tests of this server shall not hear of it.
        await admin.DeleteAsync($"/api/jobs/{job.Id("job_id")}");
    }

    [Fact]
    public async Task What_is_unfinished_has_these_fields()
    {
        const string Status =
            "candidate_id current_step error_message filename processing_completed_at processing_started_at progress_percentage resume_id status uploaded_at";
        using var recruiter = await fixture.RecruiterAsync();
        var id = await recruiter.UploadedAsync(BadFiles.TruncatedPdf);
        await recruiter.EndOfImportAsync(id);
        var list = (await recruiter.GetAsync("/api/resumes/unfinished")).Json;

        Assert.Equal("next_cursor resumes", list.Names());
        Assert.Equal(Status, Assert.Single(list.Items("resumes")).Names());
        Assert.Equal(Status, (await recruiter.PostAsync($"/api/resumes/{id}/retry")).Json.Names());
    }

    [Fact]
    public async Task Batches_have_these_fields()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var uploaded = (await recruiter.UploadManyAsync([SampleResumes.Text(Person.Next()), BadFiles.Image])).Json;
        var batchId = uploaded.Id("batch_id");
        var batch = await recruiter.EndOfBatchAsync(batchId);
        await using var socket = await recruiter.ConnectAsync();
        await socket.SendAsync(new { type = "watch_resume", resume_id = batchId });
        var list = (await recruiter.GetAsync("/api/resumes/batches")).Json;
        (string Expected, JsonElement Actual)[] answers =
        [
            ("batch_id files message status total_files", uploaded),
            ("error filename resume_id", uploaded.Items("files")[0]),
            // round, created_at and completed_at, and a file's current_step, came later.
            ("batch_id completed_at created_at failed files processed round status successful total_files", batch),
            ("current_step error filename progress_percentage resume_id status", batch.Items("files")[1]),
            ("batches next_cursor", list),
            ("batch_id completed_at created_at failed label processed round source status successful sync_id total_files", list.Items("batches")[0]),
            ("retried", (await recruiter.PostAsync($"/api/resumes/batches/{batchId}/retry-failed")).Json),
            // Those of the contract, and the figures of the batch.
            ("batch_id current_step error failed processed progress resume_id status successful total_files",
                (await socket.NextAsync("resume_progress")).Field("data")),
        ];

        Assert.All(answers, answer => Assert.Equal(answer.Expected, answer.Actual.Names()));
    }

    [Fact]
    public async Task Google_Drive_answers_have_these_fields()
    {
        const string Sync = "created_at folder_id folder_name id is_active last_sync_at next_sync_at sync_frequency total_files_failed total_files_processed total_files_synced";
        await using var google = await GoogleServer.StartAsync();
        await using var server = await HotGigsServer.StartAsync(google.Settings);
        using var user = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        var consent = (await user.GetAsync("/api/google-drive/auth/url")).Json;
        Assert.Equal("auth_url state", consent.Names());
        var back = await GoogleServer.ConsentAsync(consent.Text("auth_url")!);
        var connected = (await user.PostAsync($"/api/google-drive/auth/callback{back.Query}")).Json;
        Assert.Equal("connected connected_at email", connected.Names());
        Assert.Equal(connected.Names(), (await user.GetAsync("/api/google-drive/status")).Json.Names());

        var folder = google.Drive.AddFolder();
        google.Drive.Add("cv.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        var sync = (await user.PostAsync("/api/google-drive/setup", new { folder_id = folder, folder_name = "Resumes", sync_frequency = "daily" })).Json;
        var path = $"/api/google-drive/syncs/{sync.Id("id")}";
        Assert.Equal(Sync, sync.Names());
        Assert.Equal(Sync, (await user.PostAsync($"{path}/sync")).Json.Names());
        Assert.Equal(Sync, (await user.GetAsync(path)).Json.Names());
        Assert.Equal(Sync, (await user.PutAsync(path, new { sync_frequency = "weekly" })).Json.Names());
        Assert.Equal(Sync, Assert.Single((await user.GetAsync("/api/google-drive/syncs")).Json.Items()).Names());
        Assert.Equal("batch_id error started_at state", (await user.GetAsync($"{path}/run")).Json.Names());
        var files = await Eventually.GetAsync(() => user.GetAsync($"{path}/files"), answer => answer.Json.Items("files").Count == 1);
        Assert.Equal("files next_cursor", files.Json.Names());
        Assert.Equal("file_id filename found_at outcome reason resume_id", files.Json.Items("files")[0].Names());
    }

    [Fact]
    public async Task Mails_have_these_fields()
    {
        const string Mail = "attempts created_at due_at ended_at id notification_id reason status title type user_id";
        using var admin = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        await fixture.SendAsync(new NotifyCandidateShared(recruiter.Id, Guid.CreateVersion7(), "Ada Example", "Sam Sharer", null, null));

        var list = (await admin.GetAsync("/api/admin/emails?status=pending")).Json;
        Assert.Equal("emails next_cursor", list.Names());
        Assert.All(list.Items("emails"), mail => Assert.Equal(Mail, mail.Names()));

        await admin.WantMailsAtOnceAsync();
        await fixture.SendAsync(new NotifyCandidateShared(admin.Id, Guid.CreateVersion7(), "Ada Example", "Sam Sharer", null, null));
        var sent = await Eventually.GetAsync(
            () => admin.GetAsync("/api/admin/emails?status=sent"), answer => answer.Json.Items("emails").Count > 0);
        Assert.All(sent.Json.Items("emails"), mail => Assert.Equal("at before_requeue error", Assert.Single(mail.Items("attempts")).Names()));
    }

    private static string Sorted(string names) => string.Join(' ', names.Split(' ').Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<JsonElement>> FramesOfAllKindsAsync()
    {
        using var recruiter = await fixture.RecruiterAsync();
        await using var socket = await recruiter.ConnectAsync();
        var resumeId = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));
        await recruiter.EndOfImportAsync(resumeId);
        await socket.NextAsync("notification");
        var added = await socket.NextAsync("notification");

        await socket.AskAsync(new { type = "ping" }, "pong");
        await socket.AskAsync(new { type = "watch_resume", resume_id = resumeId, id = "watch" }, "watching");
        await socket.NextAsync("resume_progress");
        await socket.AskAsync(new { type = "unwatch_resume", resume_id = resumeId }, "unwatched");
        await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
        using var admin = await fixture.AdminAsync();
        await admin.PostAsync(
            "/api/rooms/recruiters/broadcast", new { title = "Tonight", message = "Down.", data = new { until = "23:00" }, persist = false });
        await socket.AskAsync(new { type = "presence", room = "recruiters", id = "who" }, "presence");
        await using (var others = await admin.ConnectAsync())
        {
            await others.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
            await socket.NextAsync("presence");
            await others.SendAsync(new { type = "typing", room = "recruiters", is_typing = true });
            await socket.NextAsync("typing");
        }

        await socket.AskAsync(new { type = "leave_room", room = "recruiters" }, "left_room");
        await socket.AskAsync("no JSON", "error");
        await socket.AskAsync(new { type = "join_room", room = "admins", id = 1 }, "error");
        var id = added.Field("data").Id("notification_id");
        await recruiter.PostAsync($"/api/notifications/{id}/read");
        await recruiter.PostAsync("/api/notifications/read-all", new { type = "resume_completed" });
        await fixture.SendAsync(new NotifyMatchFound(recruiter.Id, Guid.CreateVersion7(), 80, "Tester", null));
        await recruiter.PostAsync("/api/notifications/read-all");
        await recruiter.DeleteAsync($"/api/notifications/{id}");
        await recruiter.PostAsync($"/api/notifications/{id}/restore");
        await CauseReadAsync(recruiter);
        await socket.NextAsync("receipt");
        var brief = Tokens.Create(recruiter.Id, "recruiter", TimeSpan.FromSeconds(50));
        await socket.AskAsync(new { type = "refresh_token", token = brief }, "token_refreshed");
        await socket.NextAsync("token_expiring");
        await socket.AskAsync(new { type = "sync", since = 0, epoch = "another" }, "sync_result");
        return await socket.SettledAsync();
    }

    /// <summary>Somebody else reads what this user caused.</summary>
    private async Task CauseReadAsync(TestUser actor)
    {
        using var other = await fixture.RecruiterAsync();
        await fixture.SendAsync(new NotifyCandidateShared(other.Id, Guid.CreateVersion7(), "Ada Example", actor.Name, null, null)
        {
            Actor = new Actor(actor.Id, actor.Name),
        });
        await other.PostAsync("/api/notifications/read-all");
    }

    private async Task SendAllTypesAsync(TestUser user)
    {
        var id = Guid.CreateVersion7();
        await fixture.SendAsync(new NotifyResumeCompleted(user.Id, id, id, "Ada Example"));
        await fixture.SendAsync(new NotifyCandidateAdded(user.Id, id, "Ada Example", Domain.Candidates.CandidateSource.ResumeImport));
        await fixture.SendAsync(new NotifyCandidateShared(user.Id, id, "Ada Example", "Sam Sharer", null, null));
        await fixture.SendAsync(new NotifyMatchFound(user.Id, id, 95, "Tester", null));
        await fixture.SendAsync(new NotifyBulkUploadCompleted(user.Id, id, 50, 47, 3));
        await fixture.SendAsync(new NotifyGoogleDriveSyncCompleted(user.Id, id, "Resumes", 12));
        await fixture.SendAsync(new NotifySystemAnnouncement(
            Guid.CreateVersion7(), Room.Admins, "Tonight", "We are down for an hour.", "/news", JsonElement.Parse("""{ "until": "23:00" }""")));
        Assert.Equal(7, Enum.GetValues<NotificationType>().Length);
    }
}
