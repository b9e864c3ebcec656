using System.Text.RegularExpressions;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>The packages, installed and used as the documents say.</summary>
public sealed partial class PackageTests
{
    // Where a system has no service manager, this does what it would do with the unit.
    private const string ServiceManager = """
        printf '#!/bin/sh\nexec "$@"\n' > /usr/local/bin/sudo
        cat > /usr/local/bin/systemctl <<'END'
        #!/bin/bash
        case $1 in
          start)
            unit=$(cat /usr/lib/systemd/system/feedapi.service)
            set -a; eval "$(sed -n 's/^Environment=//p' <<<"$unit")"; . /etc/default/feedapi; set +a
            install -d -o feedapi -g feedapi -m 700 /var/lib/feedapi
            install -d /etc/feedapi
            cd /etc/feedapi
            setpriv --reuid feedapi --regid feedapi --init-groups $(sed -n 's/^ExecStart=//p' <<<"$unit") > /var/log/feedapi.log 2>&1 &
            echo $! > /run/feedapi.pid;;
          stop)
            kill "$(cat /run/feedapi.pid)"
            while kill -0 "$(cat /run/feedapi.pid)" 2>/dev/null; do sleep 0.1; done;;
        esac
        END
        chmod +x /usr/local/bin/*
        ready() { curl --fail --silent --retry 60 --retry-delay 1 --retry-all-errors http://127.0.0.1:8080/health/ready; }

        """;

    [Fact]
    public async Task The_package_for_Debian_is_installed_serves_survives_a_disaster_and_is_purged()
    {
        using var root = await DebianRoot.CopyServerAsync();
        await root.TakeAsync("content", "/srv/site");
        var (backup, disaster, reset) = (Block("rsync -a --delete"), Block("rsync -a /backup"), Block("-name 'index*' -delete"));

        var (code, output) = await root.RunAsync(ServiceManager + $"""
            set -e
            dpkg -i /packages/feedapi_*.deb
            rsync -a /srv/site/ /srv/feedapi/
            echo 'Management__Urls=http://127.0.0.1:8081' >> /etc/default/feedapi
            echo 'Site__Url=https://tides.example' >> /etc/default/feedapi
            systemctl start feedapi; ready
            curl --fail --silent -X POST http://127.0.0.1:8081/api/v1/withdraw/2025-03-02-first-light
            curl --silent http://127.0.0.1:8080/feed.rss > /tmp/before
            echo "user $(ps -o user= -p "$(cat /run/feedapi.pid)" 2>/dev/null || stat -c %U /proc/"$(cat /run/feedapi.pid)")"
            {backup}
            rm -rf /srv/feedapi /var/lib/feedapi; systemctl stop feedapi
            systemctl start feedapi || true
            install -d /srv/feedapi
            {disaster}
            curl --silent http://127.0.0.1:8080/feed.rss > /tmp/after; cmp /tmp/before /tmp/after && echo 'same feed'
            curl --silent -o /dev/null -w 'withdrawn %{"{"}http_code{"}"}\n' http://127.0.0.1:8080/articles/2025-03-02-first-light
            {reset}
            ready; curl --silent http://127.0.0.1:8080/feed.rss | cmp - /tmp/before && echo 'same feed anew'
            systemctl stop feedapi
            dpkg -r feedapi; ls /etc/default/feedapi; dpkg --purge feedapi
            ls -d /etc/default/feedapi /var/lib/feedapi /usr/bin/feedapi /usr/lib/feedapi 2>/dev/null || echo 'nothing left'
            ls /srv/feedapi/_posts | wc -l; getent passwd feedapi || echo 'no user'
            """);

        Assert.True(code == 0, output);
        Assert.All(
            ["user feedapi", "same feed\n", "withdrawn 410", "same feed anew", "nothing left", "no user"],
            line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upgrade_and_a_downgrade_of_the_package_keep_the_settings_and_the_index()
    {
        using var root = await DebianRoot.CopyServerAsync();
        await root.TakeAsync("content", "/srv/site");
        // As the document names them.
        var files = Block("dpkg -i /tmp/packages");

        var (code, output) = await root.RunAsync(ServiceManager + $"""
            set -e
            mkdir /tmp/packages /tmp/tree; dpkg-deb -R /packages/feedapi_*.deb /tmp/tree
            for version in 0.2.0 0.2.1; do
              sed -i "s/^Version:.*/Version: $version/" /tmp/tree/DEBIAN/control
              dpkg-deb -Zgzip -z1 --build /tmp/tree /tmp/packages/feedapi_"$version"_amd64.deb
            done
            dpkg -i /tmp/packages/feedapi_0.2.0_amd64.deb
            rsync -a /srv/site/ /srv/feedapi/
            echo 'Site__Url=https://tides.example' >> /etc/default/feedapi
            systemctl start feedapi; ready; systemctl stop feedapi
            {files}
            dpkg -s feedapi | grep ^Version
            systemctl start feedapi; ready; systemctl stop feedapi
            tail -n 1 /etc/default/feedapi; ls /var/lib/feedapi
            """);

        Assert.True(code == 0, output);
        Assert.Contains("Version: 0.2.0", output, StringComparison.Ordinal);
        Assert.Contains("Site__Url=https://tides.example", output, StringComparison.Ordinal);
    }

    // Its image cannot be had without a registry: the steps are done in a system that has the packages already.
    [Fact]
    public async Task The_steps_of_the_container_make_one_that_serves_from_a_read_only_system_and_tells_its_health()
    {
        using var root = await DebianRoot.CopyServerAsync();
        await root.TakeAsync("content", "/srv/feedapi");
        var file = Repository.Read("deploy/container/Containerfile").Replace("\\\n", " ", StringComparison.Ordinal);
        var steps = RunStep().Match(file).Groups["steps"].Value.Split("&&", StringSplitOptions.TrimEntries)
            .Where(step => !InstalledAlready().IsMatch(step)).ToList();
        Assert.Equal(4, steps.Count);
        var user = UserStep().Match(file).Groups["id"].Value;
        var environment = EnvironmentStep().Match(file).Groups["values"].Value;
        var health = HealthStep().Match(file).Groups["command"].Value.Replace("\"", "", StringComparison.Ordinal).Replace(',', ' ');

        var (code, output) = await root.RunAsync($"""
            set -e
            {string.Join('\n', steps)}
            install -m 755 /packages/feedapi-*-linux-x64 /usr/bin/feedapi
            mkdir -p /etc/feedapi /run/volume && cp -a /var/lib/feedapi/. /run/volume && chown {user} /run/volume
            mount --bind /run/volume /var/lib/feedapi && mount -o remount,ro,bind / && mount -o remount,rw,bind /var/lib/feedapi
            as() {"{"} exec setpriv --reuid={user.Split(':')[0]} --regid={user.Split(':')[1]} --clear-groups --no-new-privs \
              --bounding-set=-all env -i PATH=/usr/bin:/bin {environment} Site__Url=https://tides.example "$@"; {"}"}
            touch /usr/bin/x 2>/dev/null && exit 9
            cd /etc/feedapi
            as /usr/bin/feedapi serve & process=$!
            for try in $(seq 100); do (as {health}) && break; sleep 0.3; done
            curl --fail --silent http://127.0.0.1:8080/feed.rss | head -c 40; echo
            kill $process; wait $process; echo "ended with $?"
            """);

        Assert.True(code == 0, output);
        Assert.Contains("<?xml version", output, StringComparison.Ordinal);
        Assert.Contains("ended with 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_of_NET_is_installed_and_runs()
    {
        using var root = await DebianRoot.CopyBareAsync();
        var folder = Directory.CreateTempSubdirectory("feedapi-tool-").FullName;
        try
        {
            string[] install =
            [
                "tool", "install", "FeedApi", "--prerelease", "--tool-path", folder, "--source", Path.Join(root.Folder, "packages"),
            ];
            var (installed, output, errors) = await ExternalTool.RunAsync("dotnet", install, "Install .NET to run this test.");
            Assert.True(installed == 0, output + errors);
            var (code, report, _) = await ExternalTool.RunAsync(
                Path.Join(folder, "feedapi"), ["check", "--content", Repository.PathOf("content")], "Install .NET to run this test.");

            Assert.Equal(0, code);
            Assert.Contains("109 feeds", report, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The one block of the document that has the text.
    private static string Block(string text) => Assert.Single(
        Repository.BlocksOf("docs/operations.md"),
        block => block.Language == "sh" && block.Text.Contains(text, StringComparison.Ordinal)).Text;

    [GeneratedRegex("^RUN (?<steps>.*)$", RegexOptions.Multiline)]
    private static partial Regex RunStep();

    [GeneratedRegex("^(apt-get|rm) ")]
    private static partial Regex InstalledAlready();

    [GeneratedRegex("^USER (?<id>.*)$", RegexOptions.Multiline)]
    private static partial Regex UserStep();

    [GeneratedRegex("^ENV (?<values>.*)$", RegexOptions.Multiline)]
    private static partial Regex EnvironmentStep();

    [GeneratedRegex(@"^HEALTHCHECK .*CMD \[(?<command>.*)\]$", RegexOptions.Multiline)]
    private static partial Regex HealthStep();
}
