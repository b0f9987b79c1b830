@echo off
rem Starts Keyrack from its sources: finds a JDK, builds what is older than its sources, runs.
setlocal enableextensions
set "ROOT=%~dp0"
set "JDK="
call :consider "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do call :consider "%%~d"
if not defined JDK (
    echo keyrack: no JDK 25 found. Please install one, for example Eclipse Temurin 25, or set JAVA_HOME to it. 1>&2
    exit /b 1
)

set "MODULE=booking-server"
set "MAIN=dev.keyrack.server.Main"
set "ARGUMENTS=%*"
if "%~1"=="bench" if "%~2"=="board" set "MODULE=desktop-client" & set "MAIN=dev.keyrack.desktop.BenchMain"
if "%~1"=="desk" set "MODULE=desktop-client" & set "MAIN=dev.keyrack.desktop.DesktopMain" & call :rest %*
if "%~1"=="kiosk" set "MODULE=kiosk-client" & set "MAIN=dev.keyrack.kiosk.KioskMain" & call :rest %*
if "%~1"=="terminal" set "MODULE=shared-model/terminal-simulator" & set "MAIN=dev.keyrack.terminal.TerminalMain" & call :rest %*

set "STAMP=%ROOT%%MODULE%\target\keyrack.stamp"
powershell -NoProfile -Command "if (-not (Test-Path '%STAMP%')) { exit 1 }; $built = (Get-Item '%STAMP%').LastWriteTime; $newer = Get-ChildItem '%ROOT%pom.xml', '%ROOT%shared-model', '%ROOT%%MODULE%' -Recurse -File | Where-Object { $_.FullName -notmatch '\\target\\' -and ($_.FullName -match '\\src\\main\\' -or $_.Name -eq 'pom.xml') -and $_.LastWriteTime -gt $built }; if ($newer) { exit 1 }"
if errorlevel 1 (
    echo Building %MODULE% ... 1>&2
    pushd "%ROOT%"
    if exist "%MODULE%\target\lib" rmdir /s /q "%MODULE%\target\lib"
    if not exist "%MODULE%\target" mkdir "%MODULE%\target"
    type nul > "%STAMP%.begun"
    call mvn -B -ntp -q -Pquick -pl %MODULE% -am package
    if errorlevel 1 (
        popd
        echo keyrack: %MODULE% could not be built; the reason stands above. 1>&2
        exit /b 1
    )
    move /y "%STAMP%.begun" "%STAMP%" >nul
    popd
)

"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dslf4j.internal.verbosity=ERROR -Djdk.virtualThreadScheduler.parallelism=16 "-Dkeyrack.launcher=%ROOT%keyrack.cmd" %KEYRACK_JAVA_OPTIONS% -cp "%ROOT%%MODULE%\target\classes;%ROOT%%MODULE%\target\lib\*" %MAIN% %ARGUMENTS%
exit /b %ERRORLEVEL%

:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0

:rest
set "ARGUMENTS="
for /f "tokens=1,* delims= " %%a in ("%*") do set "ARGUMENTS=%%b"
exit /b 0
